import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { SignInCard } from './SignInCard';
import { inFours } from './SignInSteps';
import './BackupCodes.css';

/** Ten codes for the day the telephone is not at hand, shown this one time, to be put on paper. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    Taro.setClipboardData({ data: codes.map(inFours).join('\n') }).then(
      () => setSaid('拷好了，贴到别处去，用完删掉。'),
      () => setSaid('没拷成，请抄下来。'),
    );
  return (
    <SignInCard title="抄下这十个备用码" sub="手机不在手边的那天，用一个进来。每个只能用一次。">
      <ol className="backup-codes" aria-label="备用码">
        {codes.map((code) => (
          <li key={code}>{inFours(code)}</li>
        ))}
      </ol>
      <Notice tone="wait">只显示这一次。放在家里或者锁着的抽屉，别跟手机放一起，别存在这台电脑上。</Notice>
      <div className="row backup-acts space-above-3">
        <Button kind="line" grow onPress={copy}>
          拷下来
        </Button>
        <Button kind="line" grow onPress={() => window.print()}>
          打印
        </Button>
      </div>
      <p className="secondary space-above-1" role="status">
        {said}
      </p>
      <div className="backup-acts space-above-2">
        <Button wide onPress={onDone}>
          抄好了，进去
        </Button>
      </div>
    </SignInCard>
  );
}
