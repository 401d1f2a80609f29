import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Satisfaction } from '../../../shared/requests/contract';
import { LENGTHS } from '../../../shared/requests/limits';
import type { Outcome } from '../../../shared/requests/states';
import { Choice } from './Choice';
import { Icon } from './Icon';
import { Pick } from './Pick';
import { Press } from './Press';
import { WordArea } from './WordArea';
import './AskSolved.scss';

export type Said = {
  outcome: Outcome | null;
  attitude: Satisfaction | null;
  result: Satisfaction | null;
  words: string;
};

const outcomesFor = (by: string) =>
  [
    { value: 'solved', words: '解决了', icon: 'check-circle', tone: 'ok' },
    { value: 'partly', words: '解决了一部分', note: `剩下的，请${by}接着办`, icon: 'half-circle', tone: 'wait' },
    { value: 'not_solved', words: '没解决', note: '退回重办，重新算日子', icon: 'x-circle', tone: 'late' },
  ] as const;

const WORDS = [
  { value: 'satisfied', words: '满意' },
  { value: 'mostly', words: '基本满意' },
  { value: 'unsatisfied', words: '不满意' },
] as const;

type Props = {
  said: Said;
  /** Said for somebody else (代说), who was asked. */
  forThem?: boolean;
  /** Who answered, and goes on where it is not solved. */
  by: '代表' | '部门';
  onSay: (said: Said) => void;
};

/** Solved or not, then attitude and result apart (态度、结果分开评). Nothing is chosen beforehand. */
export function AskSolved({ said, forThem, by, onSay }: Props) {
  const [writes, setWrites] = useState(said.words !== '');
  const say = (part: Partial<Said>) => onSay({ ...said, ...part });
  return (
    <View>
      <Text className="title">{forThem ? '他说，解决了吗？' : '您说，解决了吗？'}</Text>
      <Text className="secondary block">{forThem ? '他点头，才算办完。' : '您点头，才算办完。'}</Text>
      <View className="space-above-4">
        <Choice
          label="解决了吗"
          options={outcomesFor(by)}
          value={said.outcome}
          onChoose={(outcome) => say({ outcome })}
        />
      </View>
      <Text className="heading space-above-5">办事的人态度怎么样？</Text>
      <View className="space-above-3">
        <Pick label="办事的人态度" options={WORDS} value={said.attitude} onChoose={(attitude) => say({ attitude })} />
      </View>
      <Text className="heading space-above-5">办的结果怎么样？</Text>
      <View className="space-above-3">
        <Pick label="办的结果" options={WORDS} value={said.result} onChoose={(result) => say({ result })} />
      </View>
      <View className="space-above-4">
        {writes ? (
          <WordArea
            short
            label="想说一句"
            placeholder="想说一句（可不写）"
            maxLength={LENGTHS.rating[1]}
            value={said.words}
            saved
            onInput={(words) => say({ words })}
          />
        ) : (
          <Press className="add-words" onPress={() => setWrites(true)}>
            <Icon name="plus" />
            想说一句（可不写）
          </Press>
        )}
      </View>
    </View>
  );
}
