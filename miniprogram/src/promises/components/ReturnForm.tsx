import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { returnReport } from '../../../../shared/promises/report/contract';
import { REPORT_LENGTHS } from '../../../../shared/promises/report/limits';
import type { Report } from '../../../../shared/promises/report/shown';
import { useAct } from '../../platform/act';
import { faultAt, sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { WordArea } from '../../ui/WordArea';

/** 退回重报, once, with the reason. */
export function ReturnForm({ report: { id, version } }: { report: Report }) {
  const act = useAct(returnReport, ['promises']);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const short = lengthOf(reason.trim()) < REPORT_LENGTHS.reason[0];
  const send = () => {
    setPressed(true);
    if (!short) void act.send({ id, version, reason: reason.trim() });
  };
  return (
    <Section title="退回重报">
      <Text className="secondary block">不满意的过了半，可以退回一次，写明为什么。</Text>
      <View className="space-above-3">
        <WordArea
          short
          label="为什么退回"
          placeholder="为什么退回，要补什么"
          maxLength={REPORT_LENGTHS.reason[1]}
          value={reason}
          fault={faultAt(act.error, 'reason')}
          onInput={setReason}
        />
      </View>
      {pressed && short && <Fault>多写几个字再退。</Fault>}
      {act.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(act.error)}</Notice>
        </View>
      )}
      <View className="space-above-3">
        <Button kind="second" busy={act.isPending && '正在退…'} onPress={send}>
          退回部门
        </Button>
      </View>
    </Section>
  );
}
