/** Works through all of them, a few at a time: as many as the database has connections for. @returns what came of each, in order */
export async function inTurns<T, R>(all: Iterable<T>, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const queue = [...all].entries();
  const worker = async () => {
    for (const [index, one] of queue) done[index] = await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return done;
}
