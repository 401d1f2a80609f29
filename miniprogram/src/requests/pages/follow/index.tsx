import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { follow, open, type RequestPage } from '../../../../../shared/requests/contract';
import type { Viewer } from '../../../../../shared/requests/lifecycle';
import { isIn, UNFINISHED } from '../../../../../shared/requests/states';
import { useAct } from '../../../platform/act';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { useTopOf } from '../../../platform/scroll';
import { OfflineError } from '../../../platform/send';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { aria, ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { DeputyView } from '../../components/DeputyView';
import { GroupView } from '../../components/GroupView';
import { ResidentView } from '../../components/ResidentView';

/** 这件事: who has it, since when, due when, and all that happened. */
export default function Follow() {
  const { id = '' } = useRouter().params;
  const { data, error, refetch, dataUpdatedAt } = useCall(follow, { id });
  const seen = useAct(open, ['requests.inbox', 'requests.counts']);
  const round = data?.round;
  const state = data?.state;
  // Once for each round and state: the other side can see that it was seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not again when the mutation object changes
  useEffect(() => {
    if (state && isIn(state, UNFINISHED)) seen.send({ id });
  }, [id, round, state]);
  // What came of what was just done stands at the top, and its button at the foot.
  useTopOf(`${round} ${state}`);
  return (
    <Page className="wide">
      <NavBar title="这件事" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {!data && !error && (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
      {data && <Side request={data} />}
    </Page>
  );
}

const VIEWS = {
  resident: ResidentView,
  entrant: ResidentView,
  deputy: DeputyView,
  station: DeputyView,
  colleague: GroupView,
} satisfies Record<Viewer, unknown>;

/** The same request, as whoever looks at it has a part in it. */
function Side({ request }: { request: RequestPage }) {
  const head = <Head request={request} />;
  const View = VIEWS[request.viewer];
  return <View request={request} head={head} />;
}

function Head({ request }: { request: RequestPage }) {
  return (
    <>
      <Text className="note block">{`编号 ${spellTrackingNumber(request.trackingNumber)} · ${sayDay(request.submittedOn)}说的`}</Text>
      <View className="title said space-above-1" {...aria('heading')} {...ownDirection}>
        {request.title}
      </View>
    </>
  );
}
