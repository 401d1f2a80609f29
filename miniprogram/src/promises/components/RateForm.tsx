import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { giveReceipt } from '../../../../shared/promises/report/contract';
import { REPORT_LENGTHS } from '../../../../shared/promises/report/limits';
import type { Report } from '../../../../shared/promises/report/shown';
import { RATINGS, type Rating } from '../../../../shared/promises/report/states';
import { RATING_WORDS } from '../../../../shared/promises/report/words';
import { faultAt, sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { WordArea } from '../../ui/WordArea';

/** 回执: what a deputy thinks of it, nothing chosen beforehand; 不满意 with a word why. */
export function RateForm({ report: { id, round } }: { report: Report }) {
  const form = useForm<{ rating: Rating | null; words: string }>(
    `giveReceipt ${id} ${round}`,
    { rating: null, words: '' },
    { refreshes: ['promises'] },
  );
  const [pressed, setPressed] = useState(false);
  const { rating, words } = form.value;
  const said = words.trim();
  const short = lengthOf(said) < REPORT_LENGTHS.receipt[0] && (said !== '' || rating === 'dissatisfied');
  const why = !rating ? '先选一个。' : short ? '写一句为什么。' : null;
  const send = () => {
    setPressed(true);
    if (why || !rating) return;
    void form.send(giveReceipt, { id, round, rating, ...(said ? { words: said } : {}) });
  };
  return (
    <Section title="您怎么评">
      <Choice
        label="您怎么评"
        options={RATINGS.map((value) => ({ value, words: RATING_WORDS[value] }))}
        value={rating}
        onChoose={(value) => form.change({ rating: value })}
      />
      <View className="space-above-3">
        <WordArea
          short
          saved
          label={rating === 'dissatisfied' ? '为什么不满意' : '说一句（可不写）'}
          placeholder={rating === 'dissatisfied' ? '为什么不满意' : '说一句（可不写）'}
          maxLength={REPORT_LENGTHS.receipt[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
      </View>
      {pressed && <Fault>{why}</Fault>}
      {form.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(form.error)}</Notice>
        </View>
      )}
      <Text className="note block space-above-3">
        评了不能改。都评完、或者日子过了，部门才看得到您评的；公开栏上只写几位，不写名字。
      </Text>
      <View className="space-above-3">
        <Button busy={form.isPending && '正在送…'} onPress={send}>
          送回执
        </Button>
      </View>
    </Section>
  );
}
