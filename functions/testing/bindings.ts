import { phoneParts } from '../app';
import type { Binding } from '../platform/http';
import { officeParts } from '../whole-app';

/** Every procedure of every context with its verb, the office's included. */
export async function allBindings(): Promise<Binding[]> {
  const parts = Object.values({ ...phoneParts(), ...officeParts() });
  return (await Promise.all(parts.map((load) => load()))).flat();
}
