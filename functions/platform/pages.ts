import { PAGE_SIZE } from '../../shared/kernel/pages';
import { ensure } from '../../shared/kernel/problems';

const PARTS = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // From the year 1000 on: PostgreSQL has no year 0.
  day: /^[1-9]\d{3}-\d{2}-\d{2}$/,
  instant: /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
} as const;

/**
 * Keyset pages: a cursor is the sort key of the last row seen, so a page costs the same at the millionth row.
 * `kinds` says what the key is made of. @returns its parts, or null for the first page
 * @throws ProblemError `invalid_input` for a cursor that is not one of ours
 */
export function readCursor(cursor: string | undefined, ...kinds: (keyof typeof PARTS)[]): string[] | null {
  if (cursor === undefined) return null;
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not one of ours; said below.
  }
  const fits =
    Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, index) => isPart(kind, parts[index]));
  ensure(fits, 'invalid_input');
  return parts as string[];
}

function isPart(kind: keyof typeof PARTS, part: unknown): boolean {
  if (typeof part !== 'string' || !PARTS[kind].test(part)) return false;
  // A well-formed day that does not exist (02-30) would be the database's error, not the caller's.
  return kind === 'id' || (!Number.isNaN(Date.parse(part)) && new Date(part).toISOString().startsWith(part));
}

/** Rows were asked for one more than a page holds; the extra one only says that there is a next page. */
export function pageOfRows<T>(rows: readonly T[], keyOf: (row: T) => string[]): { page: T[]; next: string | null } {
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const next = rows.length > PAGE_SIZE && last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { page, next };
}
