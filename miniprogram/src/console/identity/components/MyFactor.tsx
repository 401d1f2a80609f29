import { useState } from 'react';
import { makeBackupCodes, type secondFactor } from '../../../../../shared/identity/contract';
import { dayOf } from '../../../../../shared/kernel/days';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useOnce } from '../../../platform/act';
import { call } from '../../../platform/call';
import { sayDay } from '../../../platform/say';
import { refresh } from '../../../platform/store';
import { Button } from '../../../ui/Button';
import { CodeForm } from './CodeForm';
import { SignInCard } from './SignInCard';

type Props = { factor: Reply<typeof secondFactor>; onCodes: (codes: string[]) => void; onClose: () => void };

/** One's own, when nothing waits for it: since when, and how many codes on paper are left. */
export function MyFactor({ factor: { since, backupLeft }, onCodes, onClose }: Props) {
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const make = (code: string) =>
    once(async () => {
      setError(null);
      const { backupCodes } = await call(makeBackupCodes, { code });
      onCodes(backupCodes);
      await refresh(['identity']);
    });
  const words = since
    ? `${sayDay(dayOf(new Date(since)))}起。备用码还有 ${backupLeft} 个。`
    : '您的身份在电脑上办事，不用多验一次。';
  return (
    <SignInCard title="我的动态码" sub={words}>
      {since && (
        <>
          <p className="secondary space-above-3">备用码不够了、没抄下来、给人看见了，就再做十个。以前的从此不能用。</p>
          <CodeForm
            label="六位动态码"
            signs={6}
            main="再做十个备用码"
            busy={busy && '正在做…'}
            error={error}
            onSend={(code) => void make(code)}
          />
        </>
      )}
      <div className="space-above-2">
        <Button kind="text" wide onPress={onClose}>
          回工作台
        </Button>
      </div>
    </SignInCard>
  );
}
