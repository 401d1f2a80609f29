import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Level } from '../../../../../shared/directory/levels';
import { levelName } from '../../../../../shared/directory/levels';
import { deputyTitle } from '../../../../../shared/kernel/names';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { lengthOf, REASON } from '../../../../../shared/kernel/text';
import { follow, group, pass, type RequestPage, reassign } from '../../../../../shared/requests/contract';
import { sayUnsent } from '../../../platform/faults';
import { useCountyKind } from '../../../platform/kind';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { refresh } from '../../../platform/store';
import { useForm } from '../../../platform/useForm';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { Done } from '../../../ui/Done';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { WordArea } from '../../../ui/WordArea';

const ANY = 'any';

/** To whom it goes on, and why: a deputy passes it within the village's group, a station gives it to one of them or to all. */
export default function Pass() {
  const { id = '', passed } = useRouter().params;
  return (
    <Page>
      <NavBar title="转给别的代表" back={!passed} />
      {passed ? <Passed to={decodeURIComponent(passed)} /> : <Passing id={id} />}
    </Page>
  );
}

function Passing({ id }: { id: string }) {
  const request = useCall(follow, { id });
  const others = useCall(group, { id });
  const error = request.error ?? others.error;
  const retry = () => {
    void request.refetch();
    void others.refetch();
  };
  return (
    <>
      {error && (!request.data || !others.data) && <ProblemPage error={error} onRetry={retry} />}
      {!error && (!request.data || !others.data) && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {request.data && others.data && <Form request={request.data} deputies={others.data.deputies} />}
    </>
  );
}

type Deputies = Reply<typeof group>['deputies'];

function Form({ request, deputies }: { request: RequestPage; deputies: Deputies }) {
  const { id, title, may } = request;
  const kind = useCountyKind();
  const byStation = may.includes('reassign');
  const form = useForm<{ to: string | null; words: string }>(
    `pass.${id}`,
    { to: null, words: '' },
    {
      refreshes: byStation ? ['requests', 'notifications'] : [],
      onArrived: () => {
        if (!byStation) void goOn();
      },
    },
  );
  const { words } = form.value;
  const [pressed, setPressed] = useState(false);
  const options = [
    ...(byStation && request.deputyId ? [{ value: ANY, words: '村里的代表都看得到', note: '谁先接谁来回' }] : []),
    ...deputies.map(({ id: value, name, levels, asksFirst, awayUntil, nextAway }) => ({
      value,
      words: name,
      note: [
        levels.map((level) => `${levelName(level as Level, kind)}代表`).join('、'),
        asksFirst && '先问居民',
        awayUntil && `外出，${sayDay(awayUntil)}回来`,
        nextAway && `${sayDay(nextAway.from)}起外出`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ];
  // Who was chosen another day may have it by now, or serve no more.
  const to = options.find(({ value }) => value === form.value.to)?.value ?? null;
  const chosen = deputies.find(({ id }) => id === to);
  const why =
    to === null ? '先选一位代表。' : lengthOf(words.trim()) < REASON[0] ? '写一句为什么转，居民会看到。' : null;
  // Until the resident has said yes they have it.
  function goOn() {
    return chosen?.asksFirst ? showAsked() : showPassed(chosen);
  }
  const send = () => {
    setPressed(true);
    if (why || to === null) return;
    if (byStation) void form.send(reassign, { id, words, ...(to === ANY ? {} : { deputyId: to }) }, backToMatter);
    else void form.send(pass, { id, words, deputyId: to }, goOn);
  };
  if (!options.length)
    return <Empty help title="没有别的代表可以转" words={'这个村现在只有一位代表。\n有难处可以跟联络站说。'} />;
  return (
    <>
      <View className="main">
        <Text className="title said space-above-2" {...ownDirection}>
          {title}
        </Text>
        <Text className="secondary block space-above-1">
          {chosen?.asksFirst
            ? '这位是上级代表：先问居民，同意了才转。问的这几天不算时间，居民没说就不转。'
            : '时间接着走，居民会看到转给了谁、为什么。'}
        </Text>
        <View className="space-above-4">
          <Choice label="转给谁" options={options} value={to} onChoose={(next) => form.change({ to: next })} />
        </View>
        <Text className="heading space-above-5">为什么转？</Text>
        <View className="space-above-3">
          <WordArea
            short
            label="为什么转"
            placeholder="比如：这条路在您的选区"
            maxLength={REASON[1]}
            value={words}
            saved
            fault={form.error && sayUnsent(form.error)}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow busy={form.isPending && '正在转…'} onPress={send}>
          {chosen?.asksFirst ? '问居民' : '转过去'}
        </Button>
      </ActionBar>
    </>
  );
}

/** The station still sees it, and who has it now. */
async function backToMatter(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await toInbox();
}

/** A deputy does not see it any more: every page that shows it is closed, and none is asked to refresh; those that open ask anew. */
async function showPassed(deputy?: { name: string }): Promise<void> {
  const to = deputy ? deputyTitle(deputy.name) : '别的代表';
  await Taro.reLaunch({ url: `/answering/pages/pass/index?passed=${encodeURIComponent(to)}` });
}

/** They have it until the resident has said yes. */
async function showAsked(): Promise<void> {
  await refresh(['requests', 'notifications']);
  await backToMatter();
}

const toInbox = () => Taro.switchTab({ url: '/pages/mine/index' });

function Passed({ to }: { to: string }) {
  return (
    <>
      <View className="main center space-above-6">
        <Done title={`转给${to}了`} />
        <Text className="secondary block space-above-2">居民看得到转给了谁、为什么。</Text>
      </View>
      <ActionBar clear>
        <Button grow icon="mine" onPress={toInbox}>
          回信箱
        </Button>
      </ActionBar>
    </>
  );
}
