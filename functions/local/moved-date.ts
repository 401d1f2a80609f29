/** For a process with an environment of its own: it takes the date that this one has (`testing/setup.ts`). */
export function movedDate(): Record<string, string> {
  const { NODE_OPTIONS, LIANXIN_DATE_MOVED_MS } = process.env;
  return NODE_OPTIONS && LIANXIN_DATE_MOVED_MS ? { NODE_OPTIONS, LIANXIN_DATE_MOVED_MS } : {};
}
