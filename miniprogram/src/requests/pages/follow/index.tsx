import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
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
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { aria, ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { DepartmentView } from '../../components/DepartmentView';
import { DeputyView } from '../../components/DeputyView';
import { GroupView } from '../../components/GroupView';
import { ResidentView } from '../../components/ResidentView';

/** 这件事: who has it, since when, due when, and all that happened. */
export default function Follow() {
  const { id = '', assignment, part } = useRouter().params;
  const isOfList = Boolean(assignment || part);
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
      {error && !data && isOfList && isLost(error) && <NotOurs />}
      {error && !data && !(isOfList && isLost(error)) && <ProblemPage error={error} onRetry={() => refetch()} />}
      {!data && !error && (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
      {data && <Side request={data} assignment={assignment} part={part} />}
    </Page>
  );
}

const VIEWS = {
  resident: ResidentView,
  entrant: ResidentView,
  deputy: DeputyView,
  station: DeputyView,
  colleague: GroupView,
  department: DepartmentView,
} satisfies Record<Viewer, unknown>;

/** The same request, as whoever looks at it has a part in it. */
function Side({ request, ...of }: { request: RequestPage; assignment?: string; part?: string }) {
  const head = <Head request={request} />;
  // Who comes from the department's list acts for it, whatever else they are to the matter.
  if (of.assignment || of.part) return <DepartmentView request={request} head={head} {...of} />;
  const View = VIEWS[request.viewer];
  return <View request={request} head={head} />;
}

/** It was given back, or taken back, while it was looked at. */
function NotOurs() {
  return (
    <Empty
      title="这件事不在您部门了"
      words={'退回去了，或者收回去了，\n不用您这里办了。'}
      action={{
        words: '看别的事',
        icon: 'mine',
        onPress: () => Taro.redirectTo({ url: '/requests/pages/assigned/index' }),
      }}
    />
  );
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
