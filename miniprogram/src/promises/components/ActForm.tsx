import { View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, type Day } from '../../../../shared/kernel/days';
import { lengthOf } from '../../../../shared/kernel/text';
import { LENGTHS, MOST_DAYS } from '../../../../shared/promises/limits';
import type { Worked } from '../../../../shared/promises/shown';
import { useToday } from '../../platform/clock';
import { faultAt, sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';
import { ACT_WORDS, MAY_BE_SILENT } from './acts';
import { type FormAct, usePress } from './usePress';
import '../../ui/Field.css';

type Props = { promise: Worked; act: FormAct; onDone: () => void };

/** What is written with one button of a promise. */
export function ActForm({ promise, act, onDone }: Props) {
  const { label, main, day: needsDay } = ACT_WORDS[act];
  const today = useToday();
  const [words, setWords] = useState('');
  const [day, setDay] = useState<Day | null>(null);
  const [pressed, setPressed] = useState(false);
  const { press, isPending, error } = usePress(promise, act);
  const short = lengthOf(words.trim()) < LENGTHS.words[0] && !(MAY_BE_SILENT.includes(act) && !words.trim());
  const why = short ? '写一句再送。' : needsDay && !day ? '先选哪天。' : null;
  const send = () => {
    setPressed(true);
    if (!why) void press({ words: words.trim(), day }, onDone);
  };
  const first = act === 'extend' ? addDays(promise.dueOn, 1) : today;
  return (
    <View className="space-above-3">
      <WordArea
        short
        label={label}
        placeholder={label}
        maxLength={LENGTHS.words[1]}
        value={words}
        fault={faultAt(error, 'words') ?? faultAt(error, 'reason')}
        onInput={setWords}
      />
      {needsDay && (
        <View className="space-above-3">
          <DayField
            label="到哪天"
            value={day}
            first={first}
            last={addDays(today, MOST_DAYS)}
            fault={faultAt(error, 'dueOn')}
            onChoose={setDay}
          />
        </View>
      )}
      {pressed && <Fault>{why}</Fault>}
      {error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button small kind="line" grow onPress={onDone}>
          算了
        </Button>
        <Button small grow busy={isPending && '正在送…'} onPress={send}>
          {main}
        </Button>
      </View>
    </View>
  );
}
