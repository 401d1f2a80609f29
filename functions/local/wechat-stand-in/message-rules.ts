/** WeChat's rules for what may stand in a subscribe message's fields, written apart from the client's, so that one checks the other. */
const VALUE_RULES: [RegExp, RegExp][] = [
  [/^thing\d+$/, /^[^\r\n]{1,20}$/],
  [/^character_string\d+$/, /^[\x21-\x7e]{1,32}$/],
  [/^number\d+$/, /^[\d.]{1,32}$/],
  [/^letter\d+$/, /^[A-Za-z]{1,32}$/],
  [/^symbol\d+$/, /^[^A-Za-z0-9\s\u4e00-\u9fff]{1,5}$/],
  [/^phrase\d+$/, /^\p{Script=Han}{1,5}$/u],
  [/^name\d+$/, /^(?:[\p{Script=Han}·]{1,10}|[A-Za-z .'-]{1,20})$/u],
  [/^phone_number\d+$/, /^[\d+-]{1,17}$/],
  [/^time\d+$/, /^(?:\d{4}年\d{2}月\d{2}日 )?(?:[01]\d|2[0-3]):[0-5]\d$/],
  [/^date\d+$/, /^\d{4}年\d{2}月\d{2}日(?: (?:[01]\d|2[0-3]):[0-5]\d)?$/],
];

/** The fields' plain values; null where WeChat would answer 47003. */
export function readMessageData(data: unknown): Record<string, string> | null {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return null;
  const values: Record<string, string> = {};
  for (const [field, holder] of Object.entries(data)) {
    const value: unknown = (holder as { value?: unknown } | null)?.value;
    const rule = VALUE_RULES.find(([name]) => name.test(field))?.[1];
    if (typeof value !== 'string' || !rule?.test(value)) return null;
    values[field] = value;
  }
  return values;
}
