import * as z from 'zod/mini';
import { SignedForm } from '../../kernel/files';
import { Id } from '../../kernel/ids';
import { Picture } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** A place for one picture: a form (`multipart/form-data`) with these fields and then `file`, JPEG, PNG or WebP, at most 2 MB. */
export const beginPicture = procedure({
  name: 'requests.beginPicture',
  summary: '要传一张图片',
  method: 'POST',
  path: '/requests/pictures',
  who: ['resident'],
  phone: true,
  input: z.strictObject({}),
  reply: z.object({ id: Id, form: SignedForm }),
  problems: [],
  rate: 'write',
  daily: 400,
});

/** Looks at what was sent, takes out where it was taken, and keeps it. Again: the same reply. */
export const keepPicture = procedure({
  name: 'requests.keepPicture',
  summary: '图片传好了',
  method: 'PUT',
  path: '/requests/pictures/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: Picture,
  problems: ['not_found', 'picture_missing', 'picture_bad'],
  rate: 'write',
  daily: 800,
});
