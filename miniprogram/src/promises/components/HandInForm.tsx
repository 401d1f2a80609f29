import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { handInReport } from '../../../../shared/promises/report/contract';
import { REPORT_LENGTHS } from '../../../../shared/promises/report/limits';
import type { Report } from '../../../../shared/promises/report/shown';
import { faultAt, sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { WordArea } from '../../ui/WordArea';
import { ReportLines } from './ReportLines';

/** `ledger`: where a promise is worked on, which is not here. */
type Props = { report: Report; ledger: string };

/** 交报告: the promises as they stand, a word for each that is not kept yet, and one for all. What was written stays on the phone until it was sent. */
export function HandInForm({ report, ledger }: Props) {
  const { id, version, lines } = report;
  const form = useForm<{ words: string; said: Record<string, string> }>(
    `handInReport ${id}`,
    { words: '', said: {} },
    { refreshes: ['promises'] },
  );
  const [pressed, setPressed] = useState(false);
  const { words, said } = form.value;
  const owed = lines.filter(({ owes }) => owes);
  const missing = owed.filter(({ promiseId }) => lengthOf((said[promiseId] ?? '').trim()) < REPORT_LENGTHS.line[0]);
  const why = missing.length
    ? `还有 ${missing.length} 件没有写。`
    : lengthOf(words.trim()) < REPORT_LENGTHS.whole[0]
      ? `总的情况至少写 ${REPORT_LENGTHS.whole[0]} 个字。`
      : null;
  const send = () => {
    setPressed(true);
    if (why) return;
    void form.send(handInReport, {
      id,
      version,
      words: words.trim(),
      lines: owed.map((line) => ({
        promiseId: line.promiseId,
        version: line.version,
        words: (said[line.promiseId] ?? '').trim(),
      })),
    });
  };
  return (
    <>
      <Section title="每一件" note={`${lines.length} 件，${owed.length} 件要写`}>
        <Text className="secondary block">
          数字和日子从台账里来，不用再填。没做到的、还在做的，一件写一句：为什么，接着怎么办。
        </Text>
        <Button small kind="text" onPress={() => Taro.navigateTo({ url: ledger })}>
          要改日子、说做好了，到“答应的事”
        </Button>
        <ReportLines lines={lines}>
          {(line) =>
            line.owes && (
              <View className="space-above-3">
                <WordArea
                  short
                  saved
                  label={`怎么办：${line.words}`}
                  placeholder="为什么，接着怎么办"
                  maxLength={REPORT_LENGTHS.line[1]}
                  value={said[line.promiseId] ?? ''}
                  fault={pressed && missing.includes(line) ? '写一句。' : null}
                  onInput={(next) => form.change((now) => ({ said: { ...now.said, [line.promiseId]: next } }))}
                />
              </View>
            )
          }
        </ReportLines>
      </Section>
      <Section title="总的情况">
        <Text className="secondary block">代表评完，这一段登到公开栏，大家都看。别写居民的名字、电话、门牌号。</Text>
        <WordArea
          saved
          label="总的情况"
          placeholder="两年里答应的事，做得怎么样"
          maxLength={REPORT_LENGTHS.whole[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
        {pressed && <Fault>{why}</Fault>}
        {form.error && (
          <View className="space-above-3">
            <Notice tone="wait">{sayFault(form.error)}</Notice>
          </View>
        )}
        <Text className="note block space-above-4">交了就定下来，不能改。代表评的，要等都评完才看得到。</Text>
        <View className="space-above-3">
          <Button busy={form.isPending && '正在交…'} onPress={send}>
            交给人大
          </Button>
        </View>
      </Section>
    </>
  );
}
