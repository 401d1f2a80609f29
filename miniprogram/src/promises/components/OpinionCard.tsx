import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { STATES as OPINION_STATES } from '../../../../shared/promises/opinion/states';
import type { WorkedOpinion } from '../../../../shared/promises/shown';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { AnswerForm } from './AnswerForm';
import { History } from './History';
import './History.scss';

/** What the office says, with the numbers it stands on, and the answer to it. */
export function OpinionCard({ opinion }: { opinion: WorkedOpinion }) {
  const [answering, setAnswering] = useState(false);
  const [open, setOpen] = useState(false);
  const { departmentName, source, words, figures, dueOn, state, late, acts } = opinion;
  const waits = OPINION_STATES[state].department;
  const again = opinion.events.find(({ kind }) => kind === 'asked_again');
  return (
    <Card className="space-above-3">
      <Text className="note block">{`${departmentName}，${source}`}</Text>
      <Text className="heading space-above-1">{words}</Text>
      <View className="row wrap space-above-2">
        <Tag icon={waits ? 'clock' : 'check-circle'} tone={waits ? (late ? 'late' : 'wait') : 'ok'}>
          {waits ? `${sayDay(dueOn)}前答${late ? `，迟了 ${late} 天` : ''}` : '答过了'}
        </Tag>
      </View>
      {again && waits && <Text className="strong block space-above-2">{`请重新报告：${again.words ?? ''}`}</Text>}
      {figures.length > 0 && (
        <View className="space-above-3">
          {figures.map((line) => (
            <Text key={line} className="secondary block">
              {line}
            </Text>
          ))}
        </View>
      )}
      {acts.includes('answer') &&
        (answering ? (
          <AnswerForm opinion={opinion} onDone={() => setAnswering(false)} />
        ) : (
          <View className="space-above-3">
            <Button onPress={() => setAnswering(true)}>写答复，答应哪天前做到什么</Button>
          </View>
        ))}
      {open && <History events={opinion.events} />}
      <Fold label={`${open ? '收起' : '看'}经过：${source}`} onPress={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'down'} />
        {open ? '收起经过' : '看经过'}
      </Fold>
    </Card>
  );
}
