import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { readSheets } from '../../../shared/voting/ballot';
import type { enterSlip as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { type OpenBox, openBox } from '../open-box';
import { addApart, selectEntries, upsertEntry } from '../queries-slips';
import { areApart, type Difference, differencesOf, openEntry, sealEntry } from './entry';
import { comeBack, happen, type InHand, takeInHand } from './in-hand';
import { intoBox } from './into-box';
import { askedOfSlip } from './serial';

/**
 * Types a slip in. What was typed is kept first and the ballot cast in a transaction of its own, as every ballot is; where that breaks off, the
 * same sent again goes on.
 */
export async function enterSlip(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const box = await openBox(call, input.id);
  const hand = await call.write(async (tx) => {
    const found = await comeBack(tx, call, await takeInHand(tx, call, box, input));
    return type(tx, call, box, found, input);
  });
  // Said when it is written down that they typed it so.
  if (hand.apart)
    throw new ProblemError('slip_apart', undefined, {
      title: `和第一遍差了 ${hand.apart} 处，请拿着这张票从头再录一遍。`,
    });
  const state = hand.slip.state === 'settled' ? await intoBox(call, box, hand) : hand.slip.state;
  return { state, differences: differencesFor(box, hand) };
}

/** `apart`: in how many places a second pass differs that is of another slip. It is not kept. */
type Typed = InHand & { apart?: number };

async function type(
  tx: Parameters<typeof happen>[0],
  call: Call<Person>,
  { definition, seal }: OpenBox,
  hand: InHand,
  { id, sheets: given, atTable = false }: Input<typeof contract>,
): Promise<Typed> {
  const { slip, entries } = hand;
  const sheets = readSheets(definition, askedOfSlip(definition, slip), given);
  ensure(sheets, 'not_asked');
  const entry = sealEntry(seal, slip, sheets);
  const { personId: person_id } = call.caller;
  const again = entries.some((one) => one.person_id === person_id && one.mark.equals(entry.mark));
  if (again && slip.state !== 'spoiled') return hand;
  const same = entries.some(({ pass, mark }) => pass === 1 && mark.equals(entry.mark));
  const facts = { ...hand.facts, same, twice: hand.facts.twice && !atTable };
  const pass = slip.state === 'third' ? 3 : slip.state === 'first' && facts.mine !== 1 ? 2 : 1;
  const [first] = entries;
  if (pass === 2 && first && !same && !facts.strayed) {
    const passes = [openEntry(seal, slip, first), sheets] as const;
    const { length } = differencesOf(askedOfSlip(definition, slip), ...passes);
    if (areApart(passes, length)) {
      await addApart(tx, call.jurisdiction, slip, person_id);
      return { ...hand, apart: length };
    }
  }
  // Where both say the same the first counts: they may differ in a sign of what was written.
  const counts = same ? 1 : pass;
  const next = await happen(tx, call, { slip, facts }, 'typed', { pass: counts, at_table: atTable });
  const { jurisdiction } = call;
  await upsertEntry(tx, {
    jurisdiction,
    prefix: slip.prefix,
    number: slip.number,
    pass,
    poll_id: id,
    person_id,
    ...entry,
  });
  return {
    slip: next,
    facts: { ...facts, mine: pass === 3 ? null : pass },
    entries: await selectEntries(tx, jurisdiction, slip),
  };
}

/** For the person who typed the second pass, and nobody else: only where it differs from the first. */
export function differencesFor({ definition, seal }: OpenBox, { slip, entries, facts }: InHand): Difference[] {
  const [first, second] = entries;
  if (slip.state !== 'differs' || !first || !second || facts.mine !== 2) return [];
  const open = (entry: typeof first) => openEntry(seal, slip, entry);
  return differencesOf(askedOfSlip(definition, slip), open(first), open(second));
}
