import { Button as TaroButton } from '@tarojs/components';
import { useRef } from 'react';
import { localServer, standInCode } from '../platform/local';
import { isOnline } from '../platform/network';
import { watched } from '../platform/patience';
import { OfflineError } from '../platform/send';
import { Button } from './Button';
import './Button.css';

type Props = {
  children: string;
  busy?: string | false;
  onCode: (code: string) => void;
  /** Without a network there is no code either, and that is not the person's doing. */
  onRefused: (offline: OfflineError | null) => void;
};

/** WeChat's own phone button (手机号快速验证). In a browser of the local server the stand-in gives the code. */
export function PhoneButton({ children, busy, onCode, onRefused }: Props) {
  const waiting = useRef<(() => void) | null>(null);
  if (localServer()) {
    return (
      <Button grow busy={busy} onPress={() => standInCode('phone').then(onCode, () => onRefused(new OfflineError()))}>
        {children}
      </Button>
    );
  }
  return (
    <TaroButton
      className={`button grow ${busy ? 'off' : ''}`}
      openType="getPhoneNumber"
      disabled={Boolean(busy)}
      onClick={() => {
        waiting.current?.();
        void watched(new Promise<void>((told) => (waiting.current = told)), () => onRefused(null));
      }}
      onGetPhoneNumber={({ detail }) => {
        waiting.current?.();
        if (detail.code) onCode(detail.code);
        else onRefused(isOnline() ? null : new OfflineError());
      }}
    >
      {busy || children}
    </TaroButton>
  );
}
