import { type ReactNode, useEffect, useState } from 'react';
import { county as countyProcedure } from '../../../../../shared/directory/contract';
import { beginSecondFactor, confirmSecondFactor, me as meProcedure } from '../../../../../shared/identity/contract';
import { secondFactorLink } from '../../../../../shared/identity/rules';
import { call } from '../../../platform/call';
import { useCall } from '../../../platform/query';
import { ProblemPage } from '../../../ui/ProblemPage';
import { CodeForm } from './CodeForm';
import { QrPicture } from './QrPicture';
import { SignInCard } from './SignInCard';
import { Letters, SignInSteps } from './SignInSteps';
import { useCode } from './useCode';

type Props = { onCodes: (codes: string[]) => void; onThere: () => void; foot: ReactNode };

/** The first time: the telephone takes the secret off the screen, and shows a code of it. */
export function BeginFactor({ onCodes, onThere, foot }: Props) {
  const { data: county } = useCall(countyProcedure, {});
  const { data: me } = useCall(meProcedure, {});
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const ask = () => {
    setError(null);
    call(beginSecondFactor, {}).then(({ secret: made }) => setSecret(made), setError);
  };
  useEffect(ask, []);
  const sending = useCode(confirmSecondFactor, { onChanged: onThere });
  if (error)
    return (
      <SignInCard title="多验一次">
        <ProblemPage error={error} onRetry={ask} />
      </SignInCard>
    );
  const name = me?.name ?? me?.maskedPhone ?? '工作台';
  return (
    <SignInCard title="先开动态码" sub="您的身份要多验一次。只开这一回，以后输六位数就进。">
      <QrPicture
        text={secret && county ? secondFactorLink({ secret, county: county.name, name }) : null}
        label="用身份验证器扫的码"
      />
      {secret && <Letters label="扫不了就抄这串字" text={secret} />}
      <SignInSteps
        steps={[
          '手机上装一个“身份验证器”，应用市场里搜得到',
          '用它扫上面的码，别用微信扫；扫不了就抄下面的字',
          '把它现在显示的六位数输在这里',
        ]}
      />
      <CodeForm
        label="六位动态码"
        signs={6}
        main="开好了"
        busy={sending.busy && '正在对…'}
        error={sending.error}
        onSend={(code) => void sending.send(code, ({ backupCodes }) => onCodes(backupCodes))}
      />
      {foot}
    </SignInCard>
  );
}
