import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf, sayDay } from '../../../../../shared/kernel/days';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { enteredFor, type MyRequest } from '../../../../../shared/requests/contract';
import { isLate } from '../../../../../shared/requests/rules';
import { END_WORDS } from '../../../../../shared/requests/words';
import { usePages } from '../../../platform/query';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { PagedList } from '../../../ui/PagedList';
import { Press } from '../../../ui/Press';
import { Segment } from '../../../ui/Segment';
import { Tag } from '../../../ui/Tag';
import '../../../ui/mail.css';

type Tab = 'open' | 'waiting' | 'closed';

const TABS = [
  { value: 'open', words: '在办' },
  { value: 'waiting', words: '等他说' },
  { value: 'closed', words: '办完' },
] as const;

const NOTHING: Record<Tab, { title: string; words: string }> = {
  open: { title: '没有在办的', words: '您替人登记了，\n这里看得到在谁手里。' },
  waiting: { title: '没有等他说的', words: '代表回了话，或者问了一句，\n这里等他说一声。' },
  closed: { title: '还没有办完的', words: '他说解决了，\n才算办完。' },
};

const enter = () => Taro.navigateTo({ url: '/requests/pages/enter/index' });

/** 我替人登记的: what others have, what waits for the neighbour's word, what is done. */
export default function EnteredByMe() {
  const [tab, setTab] = useState<Tab>('open');
  return (
    <Page>
      <NavBar title="我替人登记的" back />
      <View className="main">
        <View className="space-above-2">
          <Segment label="我替人登记的" options={TABS} value={tab} onChoose={setTab} />
        </View>
        {tab === 'open' && <Open />}
        {tab === 'waiting' && <Waiting />}
        {tab === 'closed' && <Closed />}
      </View>
      <ActionBar>
        <Button grow icon="pen" onPress={enter}>
          替人登记
        </Button>
      </ActionBar>
    </Page>
  );
}

const row = (item: MyRequest) => <Row key={item.id} item={item} />;

function Open() {
  const open = usePages(enteredFor, { state: 'with_deputy' });
  return (
    <PagedList nothing={NOTHING.open} lists={[open]}>
      {row}
    </PagedList>
  );
}

/** The deputy's question first: until it is answered the clock stands. */
function Waiting() {
  const asked = usePages(enteredFor, { state: 'asked' });
  const answered = usePages(enteredFor, { state: 'answered' });
  return (
    <PagedList nothing={NOTHING.waiting} lists={[asked, answered]}>
      {row}
    </PagedList>
  );
}

function Closed() {
  const closed = usePages(enteredFor, { state: 'closed' });
  return (
    <PagedList nothing={NOTHING.closed} lists={[closed]}>
      {row}
    </PagedList>
  );
}

function Row({ item }: { item: MyRequest }) {
  return (
    <Press
      className="mail"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${item.id}` })}
    >
      <View className="mail-title">
        <Text className="grow">{item.title}</Text>
        <Text className="note">{sayDay(item.submittedOn)}</Text>
      </View>
      <Text className="secondary block">{howItStands(item)}</Text>
      <View className="mail-meta">
        <Where item={item} />
        <Text className="note">{`编号 ${spellTrackingNumber(item.trackingNumber)}`}</Text>
      </View>
    </Press>
  );
}

function howItStands({ state, deputyName, dueOn, answeredOn, closedOn, outcome, submittedOn }: MyRequest): string {
  const deputy = deputyTitle(deputyName);
  if (state === 'asked') return `${deputy}想问他一句，您替他回答`;
  if (state === 'answered') return `${deputy} ${sayDay(answeredOn ?? submittedOn)}回话了，问他解决了没有`;
  if (state === 'closed') return `${sayDay(closedOn ?? submittedOn)}：${END_WORDS[outcome ?? 'solved']}`;
  return `${deputyName ? `在${deputy}手里` : '等一位代表来接'}，最晚 ${sayDay(dueOn)}答复`;
}

function Where({ item: { state, dueOn, round, outcome } }: { item: MyRequest }) {
  if (state === 'asked')
    return (
      <Tag icon="clock" tone="wait">
        等他回答
      </Tag>
    );
  if (state === 'answered')
    return (
      <Tag icon="clock" tone="accent">
        等他说
      </Tag>
    );
  if (state === 'closed')
    return (
      <Tag icon={outcome === 'solved' ? 'check-circle' : 'info'} tone={outcome === 'solved' ? 'ok' : 'plain'}>
        办完了
      </Tag>
    );
  if (isLate({ dueOn, stoppedOn: null }, dayOf(new Date())))
    return (
      <Tag icon="alert" tone="late">
        超时了
      </Tag>
    );
  return round > 1 ? (
    <Tag icon="undo" tone="wait">
      重办
    </Tag>
  ) : (
    <Tag icon="clock">在办</Tag>
  );
}
