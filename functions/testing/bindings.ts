import { contexts } from '../contexts';
import { offices } from '../offices';
import type { Binding } from '../platform/http';

/** Every procedure of every context with its verb, the office's included. */
export async function allBindings(): Promise<Binding[]> {
  const phones = Object.values(contexts).map(async (load) => (await load()).plug.procedures);
  const office = Object.values(offices).map(async (load) => (await load()).office);
  return (await Promise.all([...phones, ...office])).flat();
}
