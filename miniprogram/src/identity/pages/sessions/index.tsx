import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  endOtherSessions,
  endSession,
  type SignedIn,
  sessions as sessionsProcedure,
} from '../../../../../shared/identity/contract';
import { dayOf } from '../../../../../shared/kernel/days';
import { useAct } from '../../../platform/act';
import { today } from '../../../platform/clock';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayRecent, sayTime } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Sure } from '../../../ui/Sure';
import { Tag } from '../../../ui/Tag';

const REFRESHES = ['identity.sessions'];

/** 登录的手机和电脑: where somebody is signed in, and how it ends there, as when a telephone was lost. */
export default function Sessions() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(sessionsProcedure, {});
  return (
    <Page>
      <NavBar title="登录的手机和电脑" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && <Known sessions={data.sessions} />}
    </Page>
  );
}

function Known({ sessions }: { sessions: readonly SignedIn[] }) {
  const [here, others] = [sessions.filter(({ current }) => current), sessions.filter(({ current }) => !current)];
  return (
    <View className="main">
      <Text className="title space-above-4">您在这些地方登录着</Text>
      <Text className="secondary block space-above-1">
        手机丢了，或者有不认识的，就让它退出。退出的那一台马上不能再送，最多再过一刻钟，也不能再看。
      </Text>
      <View className="space-above-4">
        {[...here, ...others].map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </View>
      {others.length > 0 ? (
        <EndOthers count={others.length} />
      ) : (
        <Text className="secondary block space-above-4">没有别的手机和电脑。</Text>
      )}
    </View>
  );
}

function SessionCard({ session: { id, device, desk, since, usedAt, current } }: { session: SignedIn }) {
  const [asked, setAsked] = useState(false);
  const ending = useAct(endSession, REFRESHES);
  const name = device ?? (desk ? '电脑' : '手机');
  return (
    <Card>
      <View className="row between wrap">
        <Text className="strong">{name}</Text>
        {current && <Tag icon="check-circle">这一台</Tag>}
      </View>
      <Text className="secondary block space-above-1">{`${sayWhen(since)}登录`}</Text>
      <Text className="secondary block">{`${sayWhen(usedAt)}最后用过`}</Text>
      {ending.error && <Text className="secondary block text-wait space-above-2">{sayFault(ending.error)}</Text>}
      {!current && asked && (
        <View className="space-above-3">
          <Sure
            title="让它退出吗？"
            words="再用的时候，要在那一台上重新登录。"
            no="不退"
            yes="退出"
            busy={ending.isPending && '正在退…'}
            onNo={() => setAsked(false)}
            onYes={() => ending.send({ id })}
          />
        </View>
      )}
      {!current && !asked && (
        <View className="row wrap space-above-3">
          <Button
            small
            kind="second"
            onPress={() => setAsked(true)}
            label={`让它退出：${name}，${sayWhen(since)}登录的`}
          >
            让它退出
          </Button>
        </View>
      )}
    </Card>
  );
}

function EndOthers({ count }: { count: number }) {
  const [asked, setAsked] = useState(false);
  const ending = useAct(endOtherSessions, REFRESHES);
  return (
    <Card className="space-above-5">
      {ending.error && <Text className="secondary block text-wait">{sayFault(ending.error)}</Text>}
      {asked ? (
        <Sure
          title={`让别的 ${count} 台都退出吗？`}
          words="这一台还在，别的都要重新登录。"
          no="不退"
          yes="都退出"
          busy={ending.isPending && '正在退…'}
          onNo={() => setAsked(false)}
          onYes={() => ending.send({}, () => setAsked(false))}
        />
      ) : (
        <Button kind="line" onPress={() => setAsked(true)}>
          除了这一台，都退出
        </Button>
      )}
    </Card>
  );
}

/** `今天 9:05 ` */
function sayWhen(instant: string): string {
  const at = new Date(instant);
  return `${sayRecent(dayOf(at), today())} ${sayTime(at)} `;
}
