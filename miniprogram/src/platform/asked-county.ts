import { county } from '../../../shared/directory/contract';
import { jurisdiction, rememberJurisdiction } from './county';
import { send } from './send';

/**
 * Goes to the county an address asks for (`?county=340123`): so its first people come in, whom no code of a deputy can bring yet. Asked there
 * first, because a county that is not there must not leave the phone in it.
 */
export async function followCounty(asked: string | null | undefined): Promise<void> {
  if (!asked || !/^\d{6}$/.test(asked) || asked === jurisdiction()) return;
  const known = await send(county, {}, { county: asked }).catch(() => null);
  if (known) rememberJurisdiction(asked);
}

/** In a browser an address may be opened in a page that runs already, and the question mark stand before or behind the `#`. */
export function followAskedCounty(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const follow = () => void followCounty(/[?&]county=(\d{6})\b/.exec(window.location.href)?.[1]);
  follow();
  window.addEventListener('popstate', follow);
}
