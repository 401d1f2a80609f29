import Taro, { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { readCode } from '../../shared/directory/rules';
import { followAskedCounty, followCounty } from './platform/asked-county';
import { watchBack } from './platform/back';
import { followDisplay } from './platform/display';
import { watchFocus } from './platform/focus';
import { isOnline, onNetwork, watchNetwork } from './platform/network';
import { followMoved } from './platform/old-addresses';
import { sendWaiting, watchOutgoing } from './platform/outgoing';
import { watchPrivacy } from './platform/privacy';
import { keepFieldInView } from './platform/scroll';
import { keepShell } from './platform/shell';
import { refresh } from './platform/store';
import './ui/tokens.css';
import './ui/base.css';
import './ui/text.css';
import './ui/layout.css';

followMoved();
followAskedCounty();
watchBack();
keepShell();

export default function App({ children }: { children: ReactNode }) {
  useLaunch(({ path, query }) => {
    followDisplay();
    watchNetwork();
    watchPrivacy();
    keepFieldInView();
    watchOutgoing();
    watchFocus();
    onNetwork(() => isOnline() && void refresh());
    followLink(path, query?.q);
  });
  // A mini-program has no window that gets the focus: being shown is the same, and what is on the screen asks again.
  useDidShow((shown) => {
    void followCounty(shown?.query?.county);
    void refresh();
    void sendWaiting();
  });
  // An address that is none, of an old poster or mistyped: the first screen is a way on.
  usePageNotFound(() => void Taro.switchTab({ url: '/pages/home/index' }));
  return children;
}

const CODE_PAGE = 'directory/pages/code/index';

/** A poster's link (`q`) may be set up in WeChat to open any page of ours; it is the code that the person wants to see. */
function followLink(path: string, link: string | undefined): void {
  if (process.env.TARO_ENV !== 'weapp' || !link || path.includes(CODE_PAGE) || !readCode(link)) return;
  void Taro.navigateTo({ url: `/${CODE_PAGE}?q=${encodeURIComponent(link)}` });
}
