import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { absences, comeBack, goAway } from '../../../../../shared/directory/contract';
import { addDays, type Day } from '../../../../../shared/kernel/days';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useAct } from '../../../platform/act';
import { useToday } from '../../../platform/clock';
import { faultAt, sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayDay, sayDayAndWeekday } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { useForm } from '../../../platform/useForm';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { DayField } from '../../../ui/DayField';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { Tag } from '../../../ui/Tag';

type Absence = Reply<typeof absences>['absences'][number];

const REFRESHES = ['directory', 'requests'];

/** 外出: a deputy's days away. Residents see them before they write, and the group can take what comes meanwhile. */
export default function Away() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(absences, {});
  const today = useToday();
  return (
    <Page>
      <NavBar title="外出几天" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {error && !data && (isNoDeputy(error) ? <NotYet /> : <ProblemPage error={error} onRetry={() => refetch()} />)}
      {data && <Days known={data.absences} today={today} />}
    </Page>
  );
}

function isNoDeputy(error: Error): boolean {
  return error instanceof ProblemError && error.code === 'not_allowed';
}

/** Whom the roll has as a deputy, and this phone does not know yet: asking again changes nothing. */
function NotYet() {
  const take = () => Taro.redirectTo({ url: '/identity/pages/roles/index' });
  return (
    <Empty
      help
      title="还没领代表身份"
      words={'领了身份，就能在这里\n记下哪几天不在。'}
      action={{ words: '去领身份', onPress: take }}
    />
  );
}

function Days({ known, today }: { known: readonly Absence[]; today: Day }) {
  const form = useForm<{ from: Day | null; to: Day | null }>(
    'goAway',
    { from: null, to: null },
    { refreshes: REFRESHES },
  );
  const { error } = form;
  const { from, to } = form.value;
  const [pressed, setPressed] = useState(false);
  const ofDays = faultAt(error, 'from') ?? faultAt(error, 'to');
  // The day back is rarely before the day of leaving: the second field starts where the first ends.
  const leave = (day: Day | null) => form.change({ from: day, ...(day && (!to || to < day) ? { to: day } : {}) });
  const comeBack = (day: Day | null) => form.change({ to: day });
  const add = () => {
    setPressed(true);
    if (!from || !to) return;
    void form.send(goAway, { from, to }, () => setPressed(false));
  };
  const why = pressed && (!from || !to) ? '先选从哪天到哪天。' : null;
  return (
    <>
      <View className="main">
        <Text className="title space-above-4">哪几天不在？</Text>
        <Text className="secondary block space-above-1">居民写之前会先看到，同村的代表能先接。</Text>
        <View className="space-above-4">
          <DayField
            key={known.length}
            label="从哪天"
            value={from}
            first={today}
            last={addDays(today, 365)}
            fault={faultAt(error, 'from')}
            onChoose={leave}
          />
        </View>
        <View className="space-above-4">
          <DayField
            key={known.length}
            label="到哪天（这天也不在）"
            value={to}
            first={from ?? today}
            last={addDays(today, 365)}
            fault={faultAt(error, 'to')}
            onChoose={comeBack}
          />
        </View>
        {error && !ofDays && (
          <View className="space-above-4">
            <Notice tone="wait">
              {error instanceof OfflineError ? '现在没有网，还没记下。有网了再点一次。' : sayFault(error)}
            </Notice>
          </View>
        )}
        <Section title="记下的">
          {known.length === 0 && <Text className="secondary block">没有。居民看到您都在。</Text>}
          {known.map((absence) => (
            <AbsenceCard key={absence.id} absence={absence} today={today} />
          ))}
        </Section>
      </View>
      <ActionBar why={why}>
        <Button grow busy={form.isPending && '正在记…'} onPress={add}>
          {from && to && from <= to ? sayButton(from, to) : '记下这几天'}
        </Button>
      </ActionBar>
    </>
  );
}

function sayButton(from: Day, to: Day): string {
  return from === to ? `记下 ${sayDay(from)}不在` : `记下 ${sayDay(from)}到 ${sayDay(to)}不在`;
}

/** Taken back only after one more question, in its own place: an absence that runs ends today. */
function AbsenceCard({ absence, today }: { absence: Absence; today: Day }) {
  const { id, from, to } = absence;
  const [asked, setAsked] = useState(false);
  const back = useAct(comeBack, REFRESHES);
  const runs = from <= today;
  const days = from === to ? sayDayAndWeekday(from) : `${sayDayAndWeekday(from)} 到 ${sayDayAndWeekday(to)}`;
  return (
    <Card>
      <View className="row between wrap">
        <Text className="strong">{days}</Text>
        {runs && (
          <Tag icon="clock" tone="wait">
            现在不在
          </Tag>
        )}
      </View>
      {asked && (
        <Text className="secondary block space-above-2">
          {runs ? '现在就算回来了，居民马上看到。' : '这几天就算都在，居民马上看到。'}
        </Text>
      )}
      {back.error && <Text className="secondary block text-wait space-above-2">{sayFault(back.error)}</Text>}
      <View className="row wrap space-above-3">
        {asked ? (
          <>
            <Button small kind="line" grow onPress={() => setAsked(false)}>
              先不改
            </Button>
            <Button small grow busy={back.isPending && '正在改…'} onPress={() => back.send({ id })}>
              {runs ? '回来了' : '不外出了'}
            </Button>
          </>
        ) : (
          <Button
            small
            kind="second"
            onPress={() => setAsked(true)}
            label={`${runs ? '提前回来' : '不外出了'}：${days}`}
          >
            {runs ? '提前回来' : '不外出了'}
          </Button>
        )}
      </View>
    </Card>
  );
}
