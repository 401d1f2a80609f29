import { sayDay } from '../../kernel/days';
import { lengthOf } from '../../kernel/text';
import { LENGTHS, MOST_PARTS } from '../limits';
import { OPEN, OWED, type PartState } from './states';
import type { Asked, Part, PartKind, Said } from './values';

/** How a department works on what another one leads, on a label. */
export const KIND_WORDS: Record<PartKind, string> = { advice: '协办', part: '分办' };

/** What one writes there. */
export const GIVE_WORDS: Record<PartKind, { title: string; hint: string }> = {
  advice: { title: '给主办意见', hint: '您这里管的那一段怎么办，哪天前能办' },
  part: { title: '这一份办好了', hint: '做了什么，还差什么' },
};

/** Who works on it beside the lead, in one line; null where nobody does: 协办 县交通运输局、县教育局. */
export function sayTogether(parts: readonly Pick<Part, 'departmentName' | 'kind'>[] = []): string | null {
  const names = [...new Set(parts.map(({ departmentName }) => departmentName))];
  return names.length ? `${KIND_WORDS[parts[0]?.kind ?? 'advice']} ${names.join('、')}` : null;
}

/** How far a part is. */
export function sayPart(part: Part): string {
  return STATE_SAYS[part.state](part);
}

/** The same in a few characters, at the head of a line. */
export function sayPartShort({ state, late, dueOn }: Pick<Part, 'state' | 'late' | 'dueOn'>): string {
  return OWED.includes(state) ? (late ? '超时' : sayDay(dueOn)) : STATE_SHORT[state];
}

const STATE_SHORT: Record<PartState, string> = { asked: '', given: '给过了', carried: '答复了', withdrawn: '不用了' };
const GIVEN: Record<PartKind, string> = { advice: '给了意见', part: '办好了' };
const OWES: Record<PartKind, string> = { advice: '给意见', part: '办好' };
const givenOf = ({ givenOn, kind }: Part) => `${givenOn ? sayDay(givenOn) : ''}${GIVEN[kind]}`;
const STATE_SAYS: Record<PartState, (part: Part) => string> = {
  asked: ({ late, dueOn, kind }) => `${late ? '超时了，应在 ' : ''}${sayDay(dueOn)}前${OWES[kind]}`,
  given: givenOf,
  carried: (part) => `${givenOf(part)}，答复里写了`,
  withdrawn: () => '不用办了',
};

/** Where each does its part, the lead answers when all are done. */
export function isWaitingForParts(parts: readonly Pick<Part, 'kind' | 'state'>[]): boolean {
  return parts.some(({ kind, state }) => kind === 'part' && OWED.includes(state));
}

/** What an answer of the lead would say now of the others; it can't be altered. */
export function willSay(parts: readonly Part[] = []): Said[] {
  return parts.flatMap(({ state, departmentName, kind, words }) =>
    OPEN.includes(state) ? { departmentName, kind, words } : [],
  );
}

/** What an answer says of one of the others: 县交通运输局说：…; 县教育局到答复时没有回话. */
export function saySaid({ departmentName, words }: Said): { who: string; words: string | null } {
  return words === null ? { who: `${departmentName}到答复时没有回话`, words } : { who: `${departmentName}说：`, words };
}

/** A department that is to be asked, while it is written. */
export type Row = { departmentId: string; words: string };

/** Why they can't be asked yet. */
export function whyNotAsked(rows: readonly Row[], nameOf: (id: string) => string): string | null {
  const short = rows.find(({ words }) => lengthOf(words.trim()) < LENGTHS.asks[0]);
  return short ? `写清楚请${nameOf(short.departmentId)}做什么。` : null;
}

/** As they are sent. */
export function askedIn(rows: readonly Row[]): Asked {
  return rows.map(({ departmentId, words }) => ({ departmentId, words: words.trim() }));
}

/** Another one may be asked. */
export function hasRoom(asked: number): boolean {
  return asked < MOST_PARTS;
}
