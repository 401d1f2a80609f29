import { dayOf, sayDay } from '../../shared/kernel/days';
import { sayEvent } from '../../shared/suggestions/story';
import { RATING_WORDS, STATE_WORDS, sayNumber } from '../../shared/suggestions/words';
import { countyDirectoryOf } from '../directory/public';
import type { OwnData, OwnEntry } from '../platform/call';
import { countAttachments } from './attachments';
import {
  type CosignerRow,
  type EventRow,
  type SuggestionRow,
  selectCosigners,
  selectOfPerson,
  selectSaidBy,
} from './queries';
import { numberOf } from './reading/number';
import { eventOf } from './reading/show';

/** The last ones are told in full; nobody has led or signed more in two terms. */
const MOST = 200;

/**
 * What somebody wrote as a deputy, and said of answers, with the day of each. It was done in office: it is not erased, and once the person is
 * forgotten the id beside it is nobody's (代表法 第五十八条: what deputies do in office is recorded).
 */
export const ownData: OwnData = {
  async parts(tx, call) {
    const { jurisdiction, caller } = call;
    const rows = await selectOfPerson(tx, jurisdiction, { personId: caller.personId, limit: MOST });
    if (!rows.length) return [];
    const said = await selectSaidBy(tx, jurisdiction, caller.personId);
    const directory = await countyDirectoryOf(call);
    const ids = rows.map(({ id }) => id);
    const cosigners = await selectCosigners(tx, jurisdiction, ids);
    const attached = await countAttachments(tx, call, ids);
    const say = (event: EventRow) => {
      const { kind, at, suggestion_id: id, deputy_id: deputyId, words, detail } = event;
      const opinion = kind === 'commented' && cosigners.find((one) => isOf(one, id, deputyId));
      const { attitude, result } = opinion || detail;
      const about = `${sayDay(dayOf(at))}，${sayEvent(eventOf(event, directory))}${sayRating(attitude, result)}`;
      return [about, opinion ? opinion.words : words].filter(Boolean).join('：');
    };
    return [
      {
        key: 'suggestions.suggestions',
        title: '您写的、联名的代表建议',
        kept: '是代表履职的记录，法律要求留着。删资料以后，只看得到代表的名字，连不到您的手机',
        count: rows.length,
        entries: rows.map((row) =>
          entryOf(
            row,
            attached.get(row.id) ?? 0,
            said.filter(({ suggestion_id }) => suggestion_id === row.id),
            say,
          ),
        ),
      },
    ];
  },
};

function entryOf(
  row: SuggestionRow,
  attachments: number,
  said: readonly EventRow[],
  say: (event: EventRow) => string,
): OwnEntry {
  const { title, occasion, facts, proposal, state, created_at } = row;
  const number = numberOf(row);
  const wrote = said.some(({ kind }) => kind === 'created');
  return {
    title,
    on: dayOf(created_at),
    lines: [
      [number ? sayNumber(occasion, number) : '还没有编号', STATE_WORDS[state]].join('，'),
      ...(wrote ? [`您写的现状：${facts}`, `您写的办法：${proposal}`] : []),
      ...(wrote && attachments ? [`您附的照片 ${attachments} 张，在建议里看得到`] : []),
      ...said.map(say),
    ],
  };
}

/** What a co-signer thinks of an answer stands with their name alone, and the last they said. */
const isOf = ({ suggestion_id, deputy_id }: CosignerRow, id: string, deputyId: string | null) =>
  suggestion_id === id && deputy_id === deputyId;

function sayRating(attitude?: string | null, result?: string | null): string {
  if (!attitude || !result) return '';
  const words = RATING_WORDS as Record<string, string>;
  return `，态度${words[attitude]}，结果${words[result]}`;
}
