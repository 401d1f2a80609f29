import type { findByUnit as contract, Unit } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { type Directory, directoryOf, remembered, servingDeputies } from './directory';
import { summaryOf } from './present';

/** The deputies a work unit elected (单位选区). Where several units make one ward, they are named together: they have the same deputies. */
export async function findByUnit(call: Call, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, `unit ${id}`, () => makeReply(directory, id, call.now));
}

function makeReply(directory: Directory, id: string, now: Date): Reply<typeof contract> {
  const units = directory.units.filter((unit) => unit.id === id);
  ensure(units.length, 'not_found');
  const today = dayOf(now);
  const found = servingDeputies(directory, today).filter(({ mandates }) =>
    mandates.some((mandate) => mandate.units.some((unit) => unit.id === id)),
  );
  return {
    unit: together(id, units),
    deputies: found.map(({ deputy, mandates }) => summaryOf(directory, deputy, mandates, today)),
  };
}

function together(id: string, units: readonly Unit[]): Unit {
  return {
    id,
    name: units.map(({ name }) => name).join('、'),
    pinyin: units
      .map(({ pinyin }) => pinyin)
      .join(' ')
      .trim(),
  };
}
