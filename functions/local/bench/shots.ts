import { v7 } from 'uuid';
import type { Tokens } from '../../platform/tokens';
import { COUNTY } from '../seed/county';
import type { Shot } from './load';
import { asked, RESIDENTS, residentId } from './seed-load';

/** `alone` is `mine` without a transaction and without the county's fence: the select and nothing else. */
export type Kind = 'find' | 'mine' | 'alone' | 'inbox' | 'submit';

/**
 * What must not cost more in a county with a hundred times the requests; `rare` are words that few of them have. Of the board: all of it, under
 * filters that one matter in thirty passes, and a rare word.
 */
export type GrownKind =
  | 'mine'
  | 'inbox'
  | 'search'
  | 'rare'
  | 'board'
  | 'board-by'
  | 'board-rare'
  | 'similar'
  | 'worklist'
  | 'dashboard';

/** The n-th call of each kind, of either server. Residents and villages take turns. */
export type Shots = {
  ours: Record<Kind, (n: number) => Shot>;
  bare: Record<Kind, (n: number) => Shot>;
  grown: Record<GrownKind, (n: number) => Shot>;
};

export async function shotsFor(tokens: Tokens): Promise<Shots> {
  const { villages, village, deputyId } = asked();
  const tokenOf = tokensFrom(tokens);
  const residents = await residentTokens(tokens);
  const asDeputy = { authorization: await tokenOf(residentId(0), [{ role: 'deputy', id: deputyId }]) };
  const asOffice = { authorization: await tokenOf(residentId(1), [{ role: 'admin', id: COUNTY }]) };
  const asResident = (n: number) => ({ authorization: residents[n % RESIDENTS] ?? '' });
  const villageOf = (n: number) => villages[n % villages.length];
  const body = JSON.stringify({ ...REQUEST, deputyId, village });
  const api = (path: string, headers = {}): Shot => ({ method: 'GET', path: `/api/v2/${COUNTY}${path}`, headers });
  const bare = (path: string): Shot => ({ method: 'GET', path });
  const mine = (n: number) => api('/requests/mine?state=with_deputy', asResident(n));
  const type = { 'content-type': 'application/json' };
  return {
    ours: {
      find: (n) => api(`/directory/villages/${villageOf(n)}/deputies`),
      mine,
      alone: mine,
      inbox: () => api('/requests/inbox?state=with_deputy', asDeputy),
      submit: (n) => ({
        ...api('/requests', { ...asResident(n), ...type, 'idempotency-key': `bench-${v7()}` }),
        method: 'POST',
        body,
      }),
    },
    bare: {
      find: (n) => bare(`/find/${villageOf(n)}`),
      mine: (n) => bare(`/mine/${residentId(n)}`),
      alone: (n) => bare(`/alone/${residentId(n)}`),
      inbox: (n) => bare(`/inbox/${residentId(n)}`),
      submit: (n) => ({ ...bare(`/submit/${residentId(n)}`), method: 'POST', headers: type, body }),
    },
    grown: {
      mine,
      inbox: () => api('/requests/inbox?state=with_deputy', asDeputy),
      search: () => api(`/requests/search?words=${encodeURIComponent('路灯')}`, asOffice),
      worklist: () => api('/requests/worklist?box=open', asOffice),
      dashboard: () => api('/requests/dashboard', asOffice),
      rare: () => api(`/requests/search?words=${encodeURIComponent('胡柚')}`, asOffice),
      board: () => api('/requests/board'),
      'board-by': () => api(`/requests/board?village=${village}&category=water&standing=solved`),
      similar: () => ({
        ...api('/requests/similar', type),
        method: 'POST',
        body: JSON.stringify({ village, words: '村口的路灯坏了三盏，晚上看不见路。' }),
      }),
      'board-rare': () => api(`/requests/board?words=${encodeURIComponent('胡柚')}`),
    },
  };
}

const tokensFrom = (tokens: Tokens) => async (personId: string, roles: { role: 'deputy' | 'admin'; id: string }[]) => {
  const caller = { personId, jurisdiction: COUNTY, sessionId: v7(), roles, phoneVerified: true };
  return `Bearer ${(await tokens.issueAccess(caller, new Date())).token}`;
};

/** The `authorization` of each resident. */
export function residentTokens(tokens: Tokens): Promise<string[]> {
  return Promise.all(Array.from({ length: RESIDENTS }, (_, n) => tokensFrom(tokens)(residentId(n), [])));
}

const REQUEST = {
  category: 'road',
  words: '村口到文化礼堂这段路，五盏路灯坏了三盏，有一个多月了。老人晚上去跳舞看不见，上礼拜摔了一个。',
  where: '村口，文化礼堂往东',
  openness: 'handlers',
  name: '陈试用',
  nameFor: 'deputy',
};
