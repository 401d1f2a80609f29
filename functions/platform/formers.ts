/** What was sent or answered, as JSON reads it. */
// biome-ignore lint/suspicious/noExplicitAny: the words of a version that the contract no longer knows
export type Json = any;

/**
 * How a procedure was called and answered in version 1 of the API (`/api/{jurisdiction}/…`). WeChat reviews a mini-program for days, and phones
 * keep the package they have: until no call of version 1 comes any more, it is answered as it was. What is not named has not changed.
 */
export type Former = {
  /** The procedure's name then, under which keys of calls that were sent once are kept. */
  name?: string;
  /** Follows `/api/{jurisdiction}`, with the same names in braces. */
  path?: string;
  input?: (input: Record<string, Json>) => Record<string, Json>;
  reply?: (reply: Json) => Json;
  /** Problem codes under their former names. */
  problems?: Readonly<Record<string, string>>;
};

/** By the procedure's export (`worklist`). */
export type Formers = Readonly<Record<string, Former>>;

/** One value for another, where it is one of these. */
export function renamed(value: Json, names: Readonly<Record<string, string>>): Json {
  return typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : value;
}
