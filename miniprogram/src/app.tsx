import { focusManager, QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { followTheme } from './platform/display';
import { watchNetwork } from './platform/network';
import { sendWaiting, watchOutgoing } from './platform/outgoing';
import { watchPrivacy } from './platform/privacy';
import { queryClient } from './platform/query';
import './app.scss';

export default function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    followTheme();
    watchNetwork();
    watchPrivacy();
    watchOutgoing();
  });
  // A mini-program has no window that gets the focus: being shown is the same, and what is on the screen asks again.
  useDidShow(() => {
    focusManager.setFocused(true);
    void sendWaiting();
  });
  useDidHide(() => focusManager.setFocused(false));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
