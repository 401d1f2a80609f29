import type { Suggestion } from '../../../shared/suggestions/shown';
import type { Side } from '../../../shared/suggestions/states';
import { asideFrom } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { contactsOf } from '../contacts';
import { hideIn } from '../hide';
import { type SuggestionRow, selectEvents } from '../queries';
import { numberOf } from './number';

/**
 * What is handled together with one, or was answered with it. Deputies read number and title of the others, which are public of every suggestion
 * (仅公开标题 keeps back the rest); the office and the department read what they say, but for what they stepped aside from, and the department without who its
 * residents are.
 * @param beside what `selectBeside` found
 */
export async function besideOf(
  tx: Tx,
  call: Call<Person>,
  row: SuggestionRow,
  { beside: rows, viewer }: { beside: readonly SuggestionRow[]; viewer: Side },
): Promise<Suggestion['together']> {
  if (!rows.length) return [];
  const handles = viewer === 'office' || viewer === 'department';
  const aside = handles ? await asideFrom(tx, call) : [];
  const directory = await countyDirectoryOf(call);
  const ids = rows.map(({ id }) => id);
  const hide = viewer === 'department' ? await hideIn(tx, call, ids) : () => (words: string) => words;
  const lead = row.handled_with ?? row.answered_with ?? row.id;
  const all: Suggestion['together'] = [];
  for (const one of rows) {
    const { id, occasion, title, facts, proposal, lead_id, round, handled_with, version } = one;
    const say = hide(id);
    const reads = handles && !aside.includes(id);
    const talks = reads ? contactsOf(await selectEvents(tx, call.jurisdiction, id)) : [];
    all.push({
      id: reads ? id : null,
      number: numberOf(one) ?? '',
      occasion,
      title: say(title),
      leads: id === lead,
      ...(reads
        ? {
            more: {
              facts: say(facts),
              proposal: say(proposal),
              leadName: directory.deputyName(lead_id),
              contacted: talks.some((talk) => talk.round === round && talk.confirmed !== false),
            },
          }
        : {}),
      ...(viewer === 'office' && reads && handled_with !== null ? { version } : {}),
    });
  }
  return all;
}
