import type { search as contract } from '../../shared/directory/contract';
import { ranked } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, servingDeputies } from './directory';
import { summaryOf } from './present';

const AT_MOST = 20;

/** Serving deputies by name, pinyin or initials: what begins with the words first, then nearest level first. */
export async function search(call: Call, { words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  const today = dayOf(call.now);
  const all = servingDeputies(directory, today).map((serving) => ({
    ...serving,
    name: serving.deputy.name,
    pinyin: serving.deputy.pinyin,
  }));
  const found = ranked(words, all).slice(0, AT_MOST);
  return { deputies: found.map(({ deputy, mandates }) => summaryOf(directory, deputy, mandates, today)) };
}
