import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Group } from './Group';
import { Icon, type IconName } from './Icon';
import { Mark } from './Mark';
import { Press } from './Press';
import './TabBar.css';

export type TabName = 'home' | 'mine' | 'board' | 'me';

type Props = {
  current: TabName;
  /** A deputy's second tab is 信箱. */
  deputy?: boolean;
  /** How many wait for this person; nothing else gets a number. */
  waiting?: number;
  /** On a computer the bar is on top and has room at its right end. */
  place?: ReactNode;
};

/** 首页 · 我的事 · 公开栏 · 我. */
export function TabBar({ current, deputy, waiting = 0, place }: Props) {
  const tabs: { name: TabName; icon: IconName; words: string; badge?: number }[] = [
    { name: 'home', icon: 'home', words: '首页' },
    { name: 'mine', icon: 'mine', words: deputy ? '信箱' : '我的事', badge: waiting },
    { name: 'board', icon: 'board', words: '公开栏' },
    { name: 'me', icon: 'me', words: '我' },
  ];
  return (
    <View className="tabbar">
      <View className="tabbar-brand" aria-hidden="true">
        <Mark />
        <Text>连心站</Text>
      </View>
      <Group role="tablist" label="主菜单" className="tabbar-tabs">
        {tabs.map(({ name, icon, words, badge }) => (
          <Press
            key={name}
            role="tab"
            className={`tabbar-tab ${name === current ? 'on' : ''}`}
            on={name === current}
            label={badge ? `${words}，${badge} 件等您` : words}
            onPress={() => name !== current && Taro.switchTab({ url: `/pages/${name}/index` })}
          >
            <Icon name={icon} />
            <Text>{words}</Text>
            {badge ? <Text className="tabbar-count">{badge > 99 ? '99+' : badge}</Text> : null}
          </Press>
        ))}
      </Group>
      {place && <View className="tabbar-place">{place}</View>}
    </View>
  );
}
