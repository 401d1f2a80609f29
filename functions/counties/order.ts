import * as z from 'zod/mini';
import { clean, words } from '../../shared/kernel/text';

/** A county's six digits. */
const County = z.string().check(
  z.overwrite((text) => text.normalize('NFKC').trim()),
  z.regex(/^[1-9]\d{5}$/, '县的代码是 6 位数字，例如 370283。'),
  z.refine((code) => !code.endsWith('00'), '这是省或者地级市的代码。县级的代码后两位不是 00，例如 370283。'),
);

const Name = z.string().check(
  z.overwrite(clean),
  z.refine(
    (text) => /\p{Script=Han}{2}/u.test(text) && text.length <= 40,
    '名称要用中文写全，最多 40 个字，例如：平度市。',
  ),
);

/** A file's bytes, as base64. */
const File = z.string();

/** What can be asked of the counties of an installation: what the command line makes of its words, and what a function is invoked with. */
export const Order = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    county: County,
    name: z.optional(Name),
    congressName: z.optional(Name),
    helpPhone: z.optional(
      z.string().check(z.regex(/^[\d+ -]{5,20}$/, '求助电话只写数字和短横，例如：0532-88888888。')),
    ),
    divisions: z.optional(File),
    adminPhone: z.optional(z.string()),
    /** The administrator's phone as it was typed wrong before. */
    insteadOf: z.optional(z.string()),
    adminName: z.optional(Name),
    invite: z.optional(z.boolean()),
  }),
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({
    do: z.literal('retire'),
    county: County,
    farewell: z.optional(words(4, 200)),
    evenWithOpen: z.optional(z.boolean()),
  }),
  z.strictObject({ do: z.literal('restore'), county: County }),
  z.strictObject({ do: z.literal('audit'), county: County }),
  /** By the phone of whoever lost what makes the codes (动态码). */
  z.strictObject({ do: z.literal('reset-code'), county: County, adminPhone: z.string() }),
  z.strictObject({ do: z.literal('recode'), county: County, codes: File, name: z.optional(Name) }),
  z.strictObject({
    do: z.literal('rename'),
    county: County,
    name: Name,
    congressName: z.optional(Name),
    place: z.optional(z.string().check(z.regex(/^\d{9}(\d{3})?$/, '乡镇的代码是 9 位，村的代码是 12 位。'))),
  }),
]);
export type Order = z.infer<typeof Order>;
export type OrderOf<Do extends Order['do']> = Extract<Order, { do: Do }>;
