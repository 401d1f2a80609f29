import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { secondFactor } from '../../../../../../shared/identity/contract';
import { sayTime } from '../../../../../../shared/kernel/days';
import { useCall } from '../../../../platform/query';
import { Button } from '../../../../ui/Button';
import { Notice } from '../../../../ui/Notice';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { askedPage } from '../../../ui/asked-page';
import { leave } from '../../../ui/leave';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { BackupCodes } from '../../components/BackupCodes';
import { BeginFactor } from '../../components/BeginFactor';
import { GiveFactor } from '../../components/GiveFactor';
import { MyFactor } from '../../components/MyFactor';
import { SignInCard } from '../../components/SignInCard';
import '../../../../ui/lock.scss';

/** 多验一次 (动态码): begun the first time, given each time; `to` is the page of the desk that asked for it. */
export default function SecondFactor() {
  const { params } = useRouter();
  const { data, error, refetch } = useCall(secondFactor, {});
  const waited = useRef(false);
  if (data?.waits.length) waited.current = true;
  const to = askedPage(params.to) ?? (waited.current ? CONSOLE_PAGES.worklist : null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const free = data?.waits.length === 0;
  // It was given, here or in another tab, or nobody is asked any more.
  useEffect(() => {
    if (to && free && !codes) goOn(to);
  }, [to, free, codes]);
  if (codes) return <BackupCodes codes={codes} onDone={() => goOn(to ?? CONSOLE_PAGES.worklist)} />;
  if (!data || (to && free))
    return (
      <SignInCard title="多验一次">
        {error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={1} />}
      </SignInCard>
    );
  if (free) return <MyFactor factor={data} onCodes={setCodes} onClose={() => goOn(CONSOLE_PAGES.worklist)} />;
  if (data.since === null) return <BeginFactor onCodes={setCodes} onThere={() => void refetch()} foot={<Foot />} />;
  if (data.lockedUntil) return <Locked until={data.lockedUntil} onRetry={() => void refetch()} />;
  return <GiveFactor backupLeft={data.backupLeft} onChanged={() => void refetch()} foot={<Foot />} />;
}

function Locked({ until, onRetry }: { until: string; onRetry: () => void }) {
  return (
    <SignInCard title="先锁一会儿">
      <div className="space-above-3">
        <Notice tone="late" icon="lock">{`连着错了五次，锁到 ${sayTime(new Date(until))}。到时候再输。`}</Notice>
      </div>
      <p className="secondary space-above-3">不是您输错的，请马上打电话给人大办公室：可能有人在试您的码。</p>
      <div className="space-above-3">
        <Button wide icon="refresh" onPress={onRetry}>
          到时候了，再输
        </Button>
      </div>
      <Foot />
    </SignInCard>
  );
}

/** Somebody else sits down here. */
function Foot() {
  return (
    <div className="space-above-2">
      <Button kind="text" wide onPress={() => void leave()}>
        换个人进来
      </Button>
    </div>
  );
}

function goOn(url: string): void {
  void Taro.redirectTo({ url });
}
