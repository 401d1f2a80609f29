import { type ReactNode, useState } from 'react';
import { giveSecondFactor, renewSecondFactor } from '../../../../../shared/identity/contract';
import { Button } from '../../../ui/Button';
import { CodeForm } from './CodeForm';
import { SignInCard } from './SignInCard';
import { useCode } from './useCode';

type Props = { backupLeft: number; onChanged: () => void; foot: ReactNode };

/** Each time: the six digits of the telephone, or one of the codes on paper. */
export function GiveFactor(props: Props) {
  const { onChanged, foot } = props;
  const [onPaper, setOnPaper] = useState(false);
  const giving = useCode(giveSecondFactor, { onChanged });
  if (onPaper) return <OnPaper {...props} onBack={() => setOnPaper(false)} />;
  return (
    <SignInCard title="多验一次" sub="看一看手机上的身份验证器，输它现在显示的六位数。">
      <CodeForm
        label="六位动态码"
        signs={6}
        main="进去"
        busy={giving.busy && '正在对…'}
        error={giving.error}
        onSend={(code) => void giving.send(code)}
      />
      <div className="space-above-2">
        <Button kind="second" wide onPress={() => setOnPaper(true)}>
          手机不在手边，用备用码
        </Button>
      </div>
      {foot}
    </SignInCard>
  );
}

/** Who lost the telephone begins anew with one; who has none left is told who helps. */
function OnPaper({ backupLeft, onChanged, foot, onBack }: Props & { onBack: () => void }) {
  const giving = useCode(giveSecondFactor, { onChanged });
  const renewing = useCode(renewSecondFactor, { onChanged });
  const busy = giving.busy || renewing.busy;
  return (
    <SignInCard title="用备用码" sub={`纸上抄的那十个，用一个少一个，还有 ${backupLeft} 个。`}>
      <CodeForm
        label="八位备用码"
        signs={8}
        main="这次用它进去"
        busy={busy && '正在对…'}
        error={giving.error ?? renewing.error}
        onSend={(code) => void giving.send(code)}
        more={(code) => (
          <div className="space-above-2">
            <Button kind="line" wide disabled={!code || busy} onPress={() => code && void renewing.send(code)}>
              换了手机，用它重新开
            </Button>
          </div>
        )}
      />
      <p className="secondary space-above-3">
        备用码也没有：请人大办公室的同事在“身份”里重置。办公室只有您一位，请找管机器的人。
      </p>
      <div className="space-above-2">
        <Button kind="text" wide onPress={onBack}>
          回去输动态码
        </Button>
      </div>
      {foot}
    </SignInCard>
  );
}
