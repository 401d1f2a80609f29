/** The database cannot be reached, is full, or went away in the middle. Whether a COMMIT on its way took effect is unknown. */
export class DatabaseAway extends Error {
  /** The SQLSTATE or the system's code, for the log. */
  readonly code: string | undefined;
  constructor(cause: unknown) {
    super('the database is away', { cause });
    this.name = 'DatabaseAway';
    this.code = codeOf(cause);
  }
}

const SYSTEM_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/**
 * Connection lost or refused (08), no memory, disk or connection left (53), shutdown, recovery or a statement that took too long (57),
 * the server became a replica (25006), our transaction stood idle for too long (25P03).
 */
const SQLSTATES = /^(08|53|57)...$|^25006$|^25P03$/;

/** pg and its pool give these no code. */
const MESSAGES =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|^timeout expired|^Query read timeout/;

/** True when an error of pg means that the database is away, and nothing is wrong with the statement. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const code = codeOf(error);
  if (code) return SYSTEM_CODES.includes(code) || SQLSTATES.test(code);
  return MESSAGES.test(String((error as { message?: unknown } | null)?.message));
}

/** True when a statement failed because such a row exists, in `constraint` if one is named. The transaction has failed with it. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}

/** True when a row could not be locked at once, and was not to be waited for. */
export function isLocked(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
