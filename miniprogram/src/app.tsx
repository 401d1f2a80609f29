import { useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { watchBack } from './platform/back';
import { followTheme } from './platform/display';
import { isOnline, onNetwork, watchNetwork } from './platform/network';
import { sendWaiting, watchOutgoing } from './platform/outgoing';
import { watchPrivacy } from './platform/privacy';
import { refresh } from './platform/store';
import './app.scss';

watchBack();

export default function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    followTheme();
    watchNetwork();
    watchPrivacy();
    watchOutgoing();
    onNetwork(() => isOnline() && void refresh());
  });
  // A mini-program has no window that gets the focus: being shown is the same, and what is on the screen asks again.
  useDidShow(() => {
    void refresh();
    void sendWaiting();
  });
  return children;
}
