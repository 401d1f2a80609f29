import Taro from '@tarojs/taro';
import { signOut } from '../../../../shared/identity/contract';
import { call } from '../../platform/call';
import { forgetForms } from '../../platform/forms';
import { forgetKept } from '../../platform/kept';
import { forgetSession, hasSession } from '../../platform/session';
import { forgetAll } from '../../platform/store';
import { CONSOLE_PAGES } from './pages';
import { forgetPlaces } from './useKept';

/** Nobody sits here any more. Without a network the session ends by itself within twelve hours; this computer has forgotten it at once. */
export async function leave(): Promise<void> {
  if (hasSession()) await call(signOut, {}).catch(() => undefined);
  await Taro.redirectTo({ url: CONSOLE_PAGES.signIn });
  forgetForms();
  forgetSession();
  forgetKept();
  forgetAll();
  forgetPlaces();
}
