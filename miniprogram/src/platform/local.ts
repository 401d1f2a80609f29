import type { Here } from './here';

/** A made-up person the local server offers to sign in as. `known`: the county knows them already. */
export type DemoPerson = { key: string; label: string; known: boolean };

/** A place in the made-up county, because whoever tries it stands somewhere else. */
type Standing = { village: string; here: Here };

type Local = { people: DemoPerson[]; standing: Standing };

/**
 * What the server of `npm start` writes into the H5 page, and nothing else does: the demo people of its WeChat stand-in and a place to stand.
 * Without it there is no bar to switch people and no way to sign in in a browser.
 */
export function localServer(): Local | null {
  if (process.env.TARO_ENV !== 'h5') return null;
  return (window as { __LIANXIN_LOCAL__?: Local }).__LIANXIN_LOCAL__ ?? null;
}

const KEY = 'lianxin.demo-person';

export function demoPerson(): DemoPerson | null {
  const local = localServer();
  if (!local) return null;
  const chosen = window.localStorage.getItem(KEY);
  return local.people.find(({ key }) => key === chosen) ?? local.people[0] ?? null;
}

/** Known from the start, or since they were signed in in this browser. */
export function isDemoKnown({ key, known }: DemoPerson): boolean {
  return known || window.localStorage.getItem(`${KEY}.${key}`) !== null;
}

/** Nobody chose in this browser yet. */
export function isDemoNew(): boolean {
  return window.localStorage.getItem(KEY) === null;
}

export function chooseDemoPerson(key: string): void {
  window.localStorage.setItem(KEY, key);
}

/** What `wx.login` and the phone button do on a telephone, asked of the stand-in instead. */
export async function standInCode(kind: 'login' | 'phone'): Promise<string> {
  const person = demoPerson();
  if (kind === 'login') window.localStorage.setItem(`${KEY}.${person?.key}`, 'known');
  const reply = await window.fetch(`/stand-in/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person?.key }),
  });
  const { code } = (await reply.json()) as { code: string };
  return code;
}
