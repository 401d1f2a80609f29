import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState, useSyncExternalStore } from 'react';
import { current, type Summary } from '../../../../../shared/appraisals/current';
import { SETTLED, VOTING } from '../../../../../shared/appraisals/states';
import { now } from '../../../platform/clock';
import { useCall } from '../../../platform/query';
import { onSession, signedInAs } from '../../../platform/session';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Begin } from '../../components/Begin';
import { useBallot } from '../../components/ballot';
import { Rating } from '../../components/Rating';
import { voteIn } from '../../tabs/votes';

const isPast = (instant: string) => Date.parse(instant) <= now();

/** 评一评: the ballot that lies on the phone, or first what has to be known before one is given out. */
export default function Rate() {
  const [{ id = '' }] = useState(useRouter().params);
  // Each person on this phone has their own.
  useSyncExternalStore(onSession, signedInAs);
  const ballot = useBallot(id);
  const { taken } = ballot;
  if (!taken) return <Before id={id} />;
  if (isPast(taken.closesAt)) return <Shut id={id} />;
  return <Rating id={id} ballot={ballot} taken={taken} />;
}

function Before({ id }: { id: string }) {
  const { data, error, refetch } = useCall(current, {});
  const appraisal = data?.appraisals.find((one) => one.id === id);
  if (appraisal) return <OfNow appraisal={appraisal} />;
  return (
    <Page>
      <NavBar title="评一评" back />
      {data ? (
        <Empty help title="没有这次评议" words={'可能还没开始，\n也可能不办了。'} />
      ) : error ? (
        <ProblemPage error={error} onRetry={refetch} />
      ) : (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
    </Page>
  );
}

function OfNow({ appraisal }: { appraisal: Summary }) {
  const { id, state, closesAt } = appraisal;
  if (!VOTING.includes(state) || isPast(closesAt)) return <Shut id={id} settled={SETTLED.includes(state)} />;
  return <Begin appraisal={appraisal} />;
}

/** The box is shut: whoever is late is told so, and nothing they chose is thrown away. */
function Shut({ id, settled }: { id: string; settled?: boolean }) {
  const to = (page: string) => () => Taro.redirectTo({ url: `/appraisals/pages/${page}/index?id=${id}` });
  const voted = voteIn(id) !== undefined;
  const words = voted ? '您的一票在里面。\n数完票就公布结果。' : '这次不能再投了。\n数完票就公布结果。';
  return (
    <Page>
      <NavBar title="评一评" back />
      {settled ? (
        <Empty
          title="这次评完了"
          words={'票箱已经关了，\n结果公布了。'}
          action={{ words: '看评议结果', onPress: to('results') }}
        />
      ) : (
        <Empty
          title="票箱已经关了"
          words={words}
          action={voted ? { words: '看我的回执', onPress: to('receipt') } : undefined}
        />
      )}
    </Page>
  );
}
