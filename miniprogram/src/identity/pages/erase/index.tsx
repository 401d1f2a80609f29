import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { county } from '../../../../../shared/directory/contract';
import { eraseOwnData, type OwnData, ownData } from '../../../../../shared/identity/contract';
import { dayOf } from '../../../../../shared/kernel/days';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useOnce } from '../../../platform/act';
import { dial, orShow } from '../../../platform/dial';
import { drafts, dropDraft } from '../../../platform/drafts';
import { sayFault } from '../../../platform/faults';
import { forgetForms } from '../../../platform/forms';
import { forgetKept } from '../../../platform/kept';
import { useCountyKind } from '../../../platform/kind';
import { useCall } from '../../../platform/query';
import { sayDay, sayTime, together } from '../../../platform/say';
import { send } from '../../../platform/send';
import { leaveSession, signedInAs, tokenOfSession } from '../../../platform/session';
import { forgetAll, refresh } from '../../../platform/store';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Icon, type IconName } from '../../../ui/Icon';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { dropHandedOver } from '../../components/handOver';
import './index.scss';

type Erased = Partial<Reply<typeof eraseOwnData>>;

/** 全部删掉: what goes, what stays and why, read before it is decided; then the number by which the office finds that it was done. */
export default function Erase() {
  const { gone, at, receipt } = useRouter().params;
  return gone ? <Gone erased={{ at, receipt }} /> : <Asked />;
}

function Asked() {
  const { data, error, refetch, isPending } = useCall(ownData, {});
  return (
    <Page>
      <NavBar title="全部删掉" back />
      {isPending && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && <Before data={data} />}
    </Page>
  );
}

type Line = { icon: IconName; words: string; sub?: string };

function List({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <Card className="space-above-3">
      <Text className="heading">{title}</Text>
      {lines.map(({ icon, words, sub }) => (
        <View key={words} className="erase-line">
          <Icon name={icon} />
          <View className="grow">
            <Text className="block">{words}</Text>
            {sub && <Text className="secondary block">{sub}</Text>}
          </View>
        </View>
      ))}
    </Card>
  );
}

const GOES: readonly Line[] = [
  { icon: 'trash', words: '您的名字、电话、微信代号' },
  { icon: 'trash', words: '没送出的草稿和照片' },
  { icon: 'trash', words: '消息和登录记录' },
];

const staying = (count: number): Line[] => [
  {
    icon: 'lock',
    words: count ? together(`您说过的 ${count} 件事和办理经过`) : '说过的事和办理经过',
    sub: '法律要求县里存档，名字和电话都抹掉',
  },
  { icon: 'ballot', words: '您投过的票', sub: '本来就查不到是谁投的' },
];

/** Everything on this phone goes too. No page stays open that would sign the same account in as somebody new. */
async function leave(person: string | null, { at, receipt }: Erased): Promise<void> {
  forgetForms(person);
  dropHandedOver();
  for (const { id } of drafts()) dropDraft(id);
  await leaveSession(async () => {
    forgetKept();
    const said = at && receipt ? `&at=${encodeURIComponent(at)}&receipt=${receipt}` : '';
    await Taro.reLaunch({ url: `/identity/pages/erase/index?gone=1${said}` });
    forgetAll();
  });
}

function Before({ data }: { data: OwnData }) {
  const [fault, setFault] = useState<string | null>(null);
  const said = data.parts.find(({ key }) => key === 'requests.requests')?.count ?? 0;
  // Whose all this is. Whoever WeChat signs in once it is gone is somebody new, and it must not be done to them.
  const [person] = useState(signedInAs);
  /** An attempt of which nobody knows whether the server had it. */
  const unheard = useRef(false);
  const { busy, once } = useOnce((error) => {
    const code = error instanceof ProblemError ? error.code : null;
    unheard.current ||= !code;
    // It was done, and only the reply was lost: nobody is signed in any more.
    if (unheard.current && code === 'session_ended') return void leave(person, {});
    if (code === 'erase_changed' || code === 'session_ended') void refresh(['identity.ownData']);
    setFault(sayFault(error));
  });
  const erase = () =>
    once(async () => {
      const token = await tokenOfSession();
      if (signedInAs() !== person) return leave(person, {});
      await leave(person, await send(eraseOwnData, { open: data.open }, { token }));
    });
  return (
    <>
      <View className="main">
        <Text className="title space-above-4">删了，就找不回来了</Text>
        <Text className="secondary block space-above-1">先看清楚，再决定。</Text>
        <List title="会删掉" lines={GOES} />
        <List title="会留下，但认不出是您" lines={staying(said)} />
        {data.open > 0 && (
          <View className="space-above-3">
            <Notice tone="wait">{together(`还有 ${data.open} 件事在办。删了，办好也没法告诉您。`)}</Notice>
          </View>
        )}
        {data.holdsRole && (
          <View className="space-above-3">
            <Notice tone="wait">您还有工作身份，先请人大办公室收回，再来删。</Notice>
          </View>
        )}
        {fault && (
          <View className="space-above-3">
            <Notice tone="late">{fault}</Notice>
          </View>
        )}
      </View>
      <ActionBar>
        {!data.holdsRole && (
          <Button kind="grave" busy={busy && '正在删…'} onPress={() => void erase()}>
            删掉我的资料
          </Button>
        )}
        <Button grow disabled={busy} onPress={() => void Taro.navigateBack()}>
          先不删
        </Button>
      </ActionBar>
    </>
  );
}

function Gone({ erased: { at, receipt } }: { erased: Erased }) {
  const phone = useCall(county, {}).data?.phone;
  const kind = useCountyKind();
  return (
    <Page>
      <NavBar title="删掉了" />
      <View className="main">
        <Text className="title space-above-4">名字、电话都删了</Text>
        {at && <Text className="secondary block space-above-1">{sayWhen(new Date(decodeURIComponent(at)))}</Text>}
        <List title="留着，但认不出是您" lines={staying(0)} />
        {phone && (
          <View className="row wrap space-above-4">
            <Button kind="line" icon="phone" onPress={() => dial(phone)}>
              {`觉得该删的没删，打给${kind}人大`}
            </Button>
          </View>
        )}
        {receipt && <Text className="note block space-above-3">{`凭这个号问：${receipt}。别的都不认得您了。`}</Text>}
      </View>
      <ActionBar>
        {receipt && (
          <Button
            kind="line"
            grow
            icon="copy"
            onPress={() => void Taro.setClipboardData({ data: receipt }).catch(orShow('抄下这个号', receipt))}
          >
            抄下这个号
          </Button>
        )}
        <Button grow onPress={() => void Taro.reLaunch({ url: '/pages/home/index' })}>
          回首页
        </Button>
      </ActionBar>
    </Page>
  );
}

function sayWhen(at: Date): string {
  return `${sayDay(dayOf(at))} ${sayTime(at)}`;
}
