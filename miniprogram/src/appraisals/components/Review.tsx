import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { countedQuestions } from '../../../../shared/voting/definition';
import { sayEnd, together } from '../../platform/say';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Press } from '../../ui/Press';
import { Sure } from '../../ui/Sure';
import { answersOf, type Ballot, isAnswered, type Taken } from './ballot';
import { useCast } from './useCast';
import { sayAnswers } from './words';
import '../../ui/Cell.css';
import './Review.scss';

type Props = { id: string; ballot: Ballot; taken: Taken; onSee: (at: number) => void; onBack: () => void };

/** The whole ballot once more before it goes into the box: what was answered, not how. */
export function Review({ id, ballot, taken, onSee, onBack }: Props) {
  const { busy, said, send } = useCast(id);
  const [asked, setAsked] = useState(false);
  const { subjects, closesAt } = taken;
  const answered = subjects.filter((subject) => isAnswered(answersOf(ballot, subject.id))).length;
  const all = subjects.length;
  const title = answered === all ? `${all} 个部门，都评好了` : `${all} 个部门，评了 ${answered} 个`;
  const saying = busy && '正在投…';
  return (
    <Page>
      <NavBar title="评一评" back={onBack} />
      <View className="main">
        <Text className="title space-above-4">{together(title)}</Text>
        <Text className="secondary block space-above-1">看一遍，再投进票箱。投了还能改。</Text>
        <Departments ballot={ballot} taken={taken} onSee={onSee} />
        <View className="space-above-4">
          <Notice icon="ballot">
            票箱<Text className="strong">{` ${sayEnd(closesAt)} `}</Text>才打开。在那以前，县里、镇里、联络站，
            <Text className="strong">谁也看不到结果</Text>。
          </Notice>
        </View>
        {said && (
          <View className="space-above-3">
            <Notice tone="wait">{said}</Notice>
          </View>
        )}
        {asked ? (
          <View className="space-above-4">
            <Sure
              title="这次都不评？"
              words={`投进去的是一张空白票，也算投过了。${sayEnd(closesAt)}前还能改。`}
              no="再想想"
              yes="投空白票"
              busy={saying}
              onNo={() => setAsked(false)}
              onYes={() => void send(true)}
            />
          </View>
        ) : (
          <View className="row space-above-3">
            <Button kind="text" disabled={busy} onPress={() => setAsked(true)}>
              这次都不评（弃权）
            </Button>
          </View>
        )}
      </View>
      <ActionBar>
        <Button
          wide
          icon="ballot"
          busy={!asked && saying}
          disabled={busy}
          onPress={() => (answered ? void send(false) : setAsked(true))}
        >
          投进票箱
        </Button>
      </ActionBar>
    </Page>
  );
}

function Departments({ ballot, taken, onSee }: Pick<Props, 'ballot' | 'taken' | 'onSee'>) {
  const questions = countedQuestions(taken);
  return (
    <Card flush className="space-above-4">
      {taken.subjects.map(({ id, name }, at) => {
        const words = sayAnswers(answersOf(ballot, id), questions);
        return (
          <Press key={id} className="cell" onPress={() => onSee(at)}>
            <View className="cell-body">
              <View className="strong">{name}</View>
              <View className="secondary">{words}</View>
            </View>
            <Text className="text-accent">看 / 改</Text>
          </Press>
        );
      })}
    </Card>
  );
}
