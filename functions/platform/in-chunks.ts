const CHUNK = 2_000;

/** Does with some thousands of rows at a time what is to be done with all: a statement takes 65,535 values at the most. */
export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await work(rows.slice(at, at + CHUNK));
}
