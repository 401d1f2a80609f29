import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Load, open, printed } from './load';

/** Milliseconds: from the moment a call was due to its answer, and to its being sent, which is the generator's own fault. */
export type Latencies = { answered: number[]; late: number[] };

/** A line that nobody used for longer is being closed by the server, and whoever asks on it waits for ever. */
const KEPT_MS = 4_000;

/**
 * Sends `count` calls at a fixed rate, whether or not the earlier ones were answered, as phones do that know nothing of one another.
 * @throws Error at the first answer that is not a 200
 */
export async function atRate({ port, count, shot }: Omit<Load, 'concurrency'>, rate: number): Promise<Latencies> {
  const texts = Array.from({ length: count }, (_, n) => printed(shot(n)));
  const idle: { line: Socket; since: number }[] = [];
  const all: Socket[] = [];
  const latencies: Latencies = { answered: [], late: [] };
  const started = performance.now();
  const another = async () => {
    const line = await open(port);
    all.push(line);
    return line;
  };
  const one = async (text: string, due: number) => {
    const last = idle.pop();
    const line = last && performance.now() - last.since < KEPT_MS ? last.line : await another();
    latencies.late.push(performance.now() - due);
    await ask(line, text);
    latencies.answered.push(performance.now() - due);
    idle.push({ line, since: performance.now() });
  };
  const calls: Promise<void>[] = [];
  while (calls.length < count) {
    const now = performance.now();
    for (let due = started; calls.length < count; ) {
      due = started + (calls.length * 1_000) / rate;
      if (due > now) break;
      calls.push(one(texts[calls.length] ?? '', due));
    }
    await sleep(1);
  }
  await Promise.all(calls).finally(() => {
    for (const line of all) line.destroy();
  });
  return latencies;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
