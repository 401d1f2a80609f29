import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { enteredFor, type MyRequest } from '../../../../../shared/requests/contract';
import {
  ANSWERED,
  ENDED,
  isIn,
  QUESTIONED,
  UNDER_WAY,
  WAITING_FOR_RESIDENT,
} from '../../../../../shared/requests/states';
import { END_WORDS, ENDED_LIST, sayHands } from '../../../../../shared/requests/words';
import { sayDay } from '../../../platform/say';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { PagedList } from '../../../ui/PagedList';
import { ownDirection, Press } from '../../../ui/Press';
import { Segment } from '../../../ui/Segment';
import { Tag } from '../../../ui/Tag';
import { StateTag } from '../../tabs/StateTag';
import { useGroup } from '../../tabs/useGroup';
import '../../../ui/mail.css';

type Tab = 'open' | 'waiting' | 'ended';

const TABS = [
  { value: 'open', words: '在办' },
  { value: 'waiting', words: '等他说' },
  { value: 'ended', words: ENDED_LIST },
] as const;

const NOTHING: Record<Tab, { title: string; words: string }> = {
  open: { title: '没有在办的', words: '您替人登记了，\n这里看得到在谁手里。' },
  waiting: { title: '没有等他说的', words: '有了答复，或者代表问了一句，\n这里等他说一声。' },
  ended: { title: '还没有收起的', words: '他说解决了，\n才算办完。' },
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
        {tab === 'ended' && <Ended />}
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
  return (
    <PagedList nothing={NOTHING.open} lists={useGroup(enteredFor, UNDER_WAY)}>
      {row}
    </PagedList>
  );
}

function Waiting() {
  return (
    <PagedList nothing={NOTHING.waiting} lists={useGroup(enteredFor, WAITING_FOR_RESIDENT)}>
      {row}
    </PagedList>
  );
}

function Ended() {
  return (
    <PagedList nothing={NOTHING.ended} lists={useGroup(enteredFor, ENDED)}>
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
        <Text className="grow said" {...ownDirection}>
          {item.title}
        </Text>
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

function howItStands(item: MyRequest): string {
  const { state, deputyName, departmentName, dueOn, answeredOn, closedOn, outcome, submittedOn } = item;
  const deputy = deputyTitle(deputyName);
  if (isIn(state, QUESTIONED)) return `${departmentName ?? deputy}想问他一句，您替他回答`;
  if (isIn(state, ANSWERED)) {
    const answered = departmentName ? '答复' : '回话';
    return `${departmentName ?? deputy} ${sayDay(answeredOn ?? submittedOn)}${answered}了，问他解决了没有`;
  }
  if (outcome) return `${sayDay(closedOn ?? submittedOn)}：${END_WORDS[outcome]}`;
  return `${sayHands(item)}，最晚 ${sayDay(dueOn)}答复`;
}

function Where({ item }: { item: MyRequest }) {
  return (
    <StateTag item={item} who="他" short>
      {item.round > 1 ? (
        <Tag icon="undo" tone="wait">
          重办
        </Tag>
      ) : (
        <Tag icon="clock">在办</Tag>
      )}
    </StateTag>
  );
}
