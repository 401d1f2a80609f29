import { CONSOLE_PAGES } from './pages';

/** Where somebody has to pass before they may go on; nobody is led back to one of these. */
const GATES = [CONSOLE_PAGES.signIn, CONSOLE_PAGES.secondFactor];

/** The address of a page through which somebody has to pass, which leads back to the one that stands here now. */
export function byWayOf(gate: (typeof GATES)[number]): string {
  return `${gate}?to=${encodeURIComponent(window.location.hash.slice(1))}`;
}

/** The page that was asked for: one of the desk, and nothing else that somebody put into an address; null where none was. */
export function askedPage(to: string | undefined): string | null {
  const path = to ? decodeURIComponent(to) : '';
  return path.startsWith('/console/') && !GATES.some((gate) => path.startsWith(gate)) ? path : null;
}
