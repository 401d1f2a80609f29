import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { answerOpinion } from '../../../../shared/promises/contract';
import { LENGTHS } from '../../../../shared/promises/limits';
import type { WorkedOpinion } from '../../../../shared/promises/shown';
import { faultAt, sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { NO_PROMISE, type PromiseRow, PromiseRows, promisedIn, whyNoPromises } from '../../ui/PromiseRows';
import { WordArea } from '../../ui/WordArea';

/** 答复: some words, and what is done by which day. What was written stays on the phone until it was sent. */
export function AnswerForm({ opinion, onDone }: { opinion: WorkedOpinion; onDone: () => void }) {
  const form = useForm<{ words: string; rows: PromiseRow[] }>(
    `answerOpinion ${opinion.id}`,
    { words: '', rows: [NO_PROMISE] },
    { refreshes: ['promises', 'appraisals'] },
  );
  const [pressed, setPressed] = useState(false);
  const { words, rows } = form.value;
  const why = whyNot(words, rows);
  const send = () => {
    setPressed(true);
    if (why) return;
    const { id, version } = opinion;
    void form.send(answerOpinion, { id, version, words: words.trim(), promises: promisedIn(rows) }, onDone);
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
      <PromiseRows
        rows={rows}
        least={1}
        placeholder="草坪到县城公交，早上加一班"
        error={form.error}
        onChange={(next) => form.change({ rows: next })}
      />
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
function whyNot(words: string, rows: readonly PromiseRow[]): string | null {
  if (lengthOf(words.trim()) < LENGTHS.opinion[0]) return '先写几句答复。';
  return whyNoPromises(rows);
}
