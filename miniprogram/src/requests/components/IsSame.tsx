import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { BoardItem } from '../../../../shared/requests/contract';
import { ENDED, isIn, OPEN } from '../../../../shared/requests/states';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { aria, ownDirection } from '../../ui/Press';
import { Thread } from '../../ui/Thread';
import { sayFar, stopsOf } from './on-board';
import '../../ui/check.scss';
import './here.css';

type Props = { words: string; item: BoardItem; onSame: () => void; onBack: () => void };

/** 是一回事吗: what was just written beside what stands on the board. What was answered or has ended comes with a new one. */
export function IsSame({ words, item, onSame, onBack }: Props) {
  const joins = isIn(item.state, OPEN);
  const look = () => Taro.navigateTo({ url: `/requests/pages/public/index?id=${item.id}` });
  return (
    <Page>
      <NavBar title="是一回事吗" back={onBack} />
      <View className="main">
        <View className="title space-above-3" {...aria('heading')}>
          {joins ? '是一回事吗？' : isIn(item.state, ENDED) ? '这件早先办完了' : '这件已经答复了'}
        </View>
        {joins && (
          <Card className="space-above-4">
            <Text className="note block">您刚写的</Text>
            <Text className="words space-above-1" {...ownDirection}>
              {words}
            </Text>
          </Card>
        )}
        <OnBoard item={item} joins={joins} />
        {joins ? (
          <WhatFollows />
        ) : (
          <View className="space-above-4">
            <Notice>又有了，就当新的一件说。旧的会附在后面，办的人看得到。</Notice>
          </View>
        )}
      </View>
      <ActionBar>
        <Button kind="line" onPress={joins ? onBack : look}>
          {joins ? '不是' : '看旧的'}
        </Button>
        <Button grow onPress={onSame}>
          {joins ? '是一回事，加进去' : '当新的说'}
        </Button>
      </ActionBar>
    </Page>
  );
}

function OnBoard({ item, joins }: { item: BoardItem; joins: boolean }) {
  const { where, day } = sayFar(item);
  return (
    <Card className="space-above-3">
      <Text className="note block">{`公开栏里的 · ${item.villageName}`}</Text>
      <Text className="heading block space-above-1" {...ownDirection}>
        {item.title}
      </Text>
      <Text className="words space-above-1" {...ownDirection}>
        {item.words}
      </Text>
      <Thread stops={stopsOf(item)} />
      <View className="secondary space-above-3">
        <Text className={joins ? 'here strong' : 'strong'}>{`${where}。`}</Text>
        {day && `${day}答复。`}
      </View>
    </Card>
  );
}

const FOLLOWS = [
  '您写的话一字不改，办的人看得到',
  '联络站看过，是一回事就合在一起办',
  '进展一样告诉您，办完了您也说一声',
];

function WhatFollows() {
  return (
    <>
      <View className="heading space-above-5" {...aria('heading')}>
        加进去，就是
      </View>
      {FOLLOWS.map((words) => (
        <View key={words} className="row top space-above-3">
          <Icon name="check" className="text-ok" />
          <Text className="grow">{words}</Text>
        </View>
      ))}
    </>
  );
}
