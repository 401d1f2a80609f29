import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useTopOf } from '../../platform/scroll';
import { isAllStored } from '../../platform/storage';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { leave, NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Steps } from '../../ui/Steps';
import { type Answers, answersOf, type Ballot, keepBallot, type Taken } from './ballot';
import { Department, wordsFault } from './Department';
import { Review } from './Review';
import '../../ui/check.scss';

/** One department after the other, then the whole ballot once more. Whoever comes back goes on where they stopped. */
export function Rating({ id, ballot, taken }: { id: string; ballot: Ballot; taken: Taken }) {
  // Looked at again from the whole ballot, and back to it.
  const [seeing, setSeeing] = useState(false);
  const { subjects } = taken;
  const last = subjects.length;
  const at = Math.min(ballot.at, last);
  const subject = subjects[at];
  useTopOf(at);
  const goTo = (next: number) => keepBallot(id, { at: next });
  const see = (next: number) => {
    setSeeing(true);
    goTo(next);
  };
  const back = () => {
    setSeeing(false);
    goTo(last);
  };
  if (!subject)
    return (
      <Review id={id} ballot={ballot} taken={taken} onSee={see} onBack={() => (last ? goTo(last - 1) : leave())} />
    );
  const answers = answersOf(ballot, subject.id);
  const change = (next: Answers) => keepBallot(id, { answers: { ...ballot.answers, [subject.id]: next } });
  return (
    <Page>
      <NavBar title="评一评" back={seeing ? back : at ? () => goTo(at - 1) : true} />
      <View className="main">
        <Steps step={at + 1} of={last} unit="个" aside={<Kept />} />
        <Department key={subject.id} taken={taken} subject={subject} answers={answers} onChange={change} />
      </View>
      <Bar
        answers={answers}
        onBefore={seeing || !at ? null : () => goTo(at - 1)}
        next={seeing ? '好了，回去看票' : at + 1 < last ? '下一个' : '都评过了，看一遍'}
        onNext={seeing ? back : () => goTo(at + 1)}
      />
    </Page>
  );
}

type BarProps = { answers: Answers; onBefore: (() => void) | null; next: string; onNext: () => void };

/** The same buttons stay under the finger for each department, so pressing twice at once is not meant. */
function Bar({ answers, onBefore, next, onNext }: BarProps) {
  const [pressed, setPressed] = useState(false);
  const why = wordsFault(answers);
  return (
    <ActionBar why={pressed ? why : null}>
      {onBefore && (
        <Button kind="line" onPress={onBefore}>
          上一个
        </Button>
      )}
      <Button grow onPress={() => (why ? setPressed(true) : onNext())}>
        {next}
      </Button>
    </ActionBar>
  );
}

function Kept() {
  if (!isAllStored()) return <Text className="note text-late">手机存满了，先别关这一页</Text>;
  return (
    <View className="note">
      <Icon name="check" /> 前面的都存好了
    </View>
  );
}
