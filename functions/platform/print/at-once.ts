/** Does the work for each, `most` at a time; the results in the order of what they are of. The first that fails ends it. */
export async function atOnce<T, R>(most: number, all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (next < all.length && !failed) {
      const index = next;
      next += 1;
      results[index] = await work(all[index] as T).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker));
  return results;
}
