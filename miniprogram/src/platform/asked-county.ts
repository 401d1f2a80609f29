import { county } from '../../../shared/directory/contract';
import { rememberJurisdiction } from './county';
import { send } from './send';

/** The county an address asked for last: being shown again, or a step back, asks for nothing new. */
let followed = '';

/**
 * Goes to the county an address asks for (`?county=340123`): so its first people come in, whom no code of a deputy can bring yet. Asked there
 * first, because a county that is not there must not leave the phone in it.
 */
export async function followCounty(asked: string | null | undefined): Promise<void> {
  if (!asked || !/^\d{6}$/.test(asked) || asked === followed) return;
  if (!(await send(county, {}, { county: asked }).catch(() => null))) return;
  followed = asked;
  rememberJurisdiction(asked);
}

/** In a browser an address may be opened in a page that runs already, and the question mark stand before or behind the `#`. */
export function followAskedCounty(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const follow = () => void followCounty(/[?&]county=(\d{6})\b/.exec(window.location.href)?.[1]);
  follow();
  window.addEventListener('popstate', follow);
}
