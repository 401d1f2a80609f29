/** A field of an upload form, its name in small letters. */
export type Field = { name: string; value: string };

export type Sent = {
  bucket: string;
  /** Those before the file. */
  fields: readonly Field[];
  size: number;
  now: Date;
  /** The signature of a text by whom the form names; null when nobody knows them. */
  sign(text: string): string | null;
};

type Refusal = { status: 400 | 403; code: string };
type Policy = { expiration: string; conditions: unknown[] };

const UNSIGNED = ['x-amz-signature', 'file', 'policy'];

/** What S3 says of an upload form; null when it takes the file. Written apart from the client, so that one checks the other. */
export function refusalOf({ bucket, fields, size, now, sign }: Sent): Refusal | null {
  const fieldOf = (name: string) => fields.find((field) => field.name === name)?.value;
  const text = fieldOf('policy');
  if (!text || !fieldOf('key')) return { status: 400, code: 'InvalidArgument' };
  const signature = sign(text);
  if (!signature || signature !== fieldOf('x-amz-signature')) return { status: 403, code: 'SignatureDoesNotMatch' };
  const policy = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Policy;
  if (!(Date.parse(policy.expiration) > now.getTime())) return { status: 403, code: 'AccessDenied' };
  const given = [...fields.filter(({ name }) => !UNSIGNED.includes(name)), { name: 'bucket', value: bucket }];
  for (const condition of policy.conditions) {
    const refusal = Array.isArray(condition) ? listed(condition, size) : exact(condition as object, given);
    if (refusal) return refusal;
  }
  // A field nobody allowed could be a header of the object.
  const named = new Set(policy.conditions.flatMap(nameOf));
  return given.every(({ name }) => named.has(name)) ? null : { status: 403, code: 'AccessDenied' };
}

function nameOf(condition: unknown): string[] {
  if (Array.isArray(condition)) return [String(condition[1]).replace(/^\$/, '').toLowerCase()];
  return Object.keys(condition as object).map((name) => name.toLowerCase());
}

function exact(condition: object, given: readonly Field[]): Refusal | null {
  const met = Object.entries(condition).every(([name, value]) =>
    given.some((field) => field.name === name.toLowerCase() && field.value === value),
  );
  return met ? null : { status: 403, code: 'AccessDenied' };
}

function listed([kind, first, second]: unknown[], size: number): Refusal | null {
  if (kind !== 'content-length-range') return { status: 400, code: 'InvalidPolicyDocument' };
  if (size < Number(first)) return { status: 400, code: 'EntityTooSmall' };
  return size > Number(second) ? { status: 400, code: 'EntityTooLarge' } : null;
}
