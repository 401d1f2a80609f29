import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, type Day } from '../../../../shared/kernel/days';
import { lengthOf } from '../../../../shared/kernel/text';
import { answerOpinion } from '../../../../shared/promises/contract';
import { LENGTHS, MOST_DAYS, MOST_PROMISES } from '../../../../shared/promises/limits';
import type { WorkedOpinion } from '../../../../shared/promises/shown';
import { useToday } from '../../platform/clock';
import { faultAt, sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Fault, Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';

type Row = { words: string; dueOn: Day | null };
const EMPTY: Row = { words: '', dueOn: null };

/** 答复: some words, and what is done by which day. What was written stays on the phone until it was sent. */
export function AnswerForm({ opinion, onDone }: { opinion: WorkedOpinion; onDone: () => void }) {
  const today = useToday();
  const form = useForm<{ words: string; rows: Row[] }>(
    `answerOpinion ${opinion.id}`,
    { words: '', rows: [EMPTY] },
    { refreshes: ['promises', 'appraisals'] },
  );
  const [pressed, setPressed] = useState(false);
  const { words, rows } = form.value;
  const change = (at: number, row: Row) => form.change({ rows: rows.map((one, each) => (each === at ? row : one)) });
  const why = whyNot(words, rows);
  const send = () => {
    setPressed(true);
    if (why) return;
    const promises = rows.map((row) => ({ words: row.words.trim(), dueOn: row.dueOn ?? '' }));
    const { id, version } = opinion;
    void form.send(answerOpinion, { id, version, words: words.trim(), promises }, onDone);
  };
  return (
    <View className="space-above-4">
      <Text className="strong block">答复</Text>
      <WordArea
        saved
        label="答复"
        placeholder="意见一条一条怎么看，怎么改"
        maxLength={LENGTHS.opinion[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
      <Text className="strong block space-above-4">答应的事</Text>
      <Text className="secondary block">写看得见的一件事。到了日子，联络站会去看，大家都看得到。</Text>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are sent
        <View key={at} className="space-above-4">
          <Field
            label={`第 ${at + 1} 件，做到什么`}
            placeholder="草坪到县城公交，早上加一班"
            maxLength={LENGTHS.promise[1]}
            value={row.words}
            fault={faultAt(form.error, `promises.${at}.words`)}
            onInput={(next) => change(at, { ...row, words: next })}
          />
          <View className="space-above-2">
            <DayField
              label={`第 ${at + 1} 件，哪天前`}
              value={row.dueOn}
              first={today}
              last={addDays(today, MOST_DAYS)}
              fault={faultAt(form.error, `promises.${at}.dueOn`)}
              onChoose={(dueOn) => change(at, { ...row, dueOn })}
            />
          </View>
          {rows.length > 1 && (
            <View className="space-above-2">
              <Button
                small
                kind="text"
                label={`去掉第 ${at + 1} 件`}
                onPress={() => form.change({ rows: rows.filter((_, each) => each !== at) })}
              >
                去掉这件
              </Button>
            </View>
          )}
        </View>
      ))}
      {rows.length < MOST_PROMISES && (
        <View className="space-above-3">
          <Button small kind="second" onPress={() => form.change({ rows: [...rows, EMPTY] })}>
            再答应一件
          </Button>
        </View>
      )}
      {pressed && <Fault>{why}</Fault>}
      {form.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(form.error)}</Notice>
        </View>
      )}
      <Text className="note block space-above-4">送出去就公开，不能改。做不到的，能要一次宽限。</Text>
      <View className="row wrap space-above-3">
        <Button small kind="line" grow onPress={onDone}>
          先不送
        </Button>
        <Button small grow busy={form.isPending && '正在送…'} onPress={send}>
          送给人大
        </Button>
      </View>
    </View>
  );
}

/** Why it can't be sent yet. */
function whyNot(words: string, rows: readonly Row[]): string | null {
  if (lengthOf(words.trim()) < LENGTHS.opinion[0]) return '先写几句答复。';
  const short = rows.findIndex((row) => lengthOf(row.words.trim()) < LENGTHS.promise[0]);
  if (short >= 0) return `第 ${short + 1} 件，写清楚做到什么。`;
  const noDay = rows.findIndex(({ dueOn }) => dueOn === null);
  return noDay >= 0 ? `第 ${noDay + 1} 件，选哪天前做到。` : null;
}
