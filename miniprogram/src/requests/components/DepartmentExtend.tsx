import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Assignment, extend } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import type { Day } from '../../../../shared/kernel/days';
import { lengthOf } from '../../../../shared/kernel/text';
import { sayUnsent } from '../../platform/faults';
import { scrollTo } from '../../platform/scroll';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DayField } from '../../ui/DayField';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';

const HERE = 'department-extend';

type Props = { assignment: Assignment; extendable: { from: Day; to: Day }; onDone: () => void };

/** 要宽限: once, with the reason, which the resident reads where the station consents. */
export function DepartmentExtend({ assignment: { id, version }, extendable, onDone }: Props) {
  const form = useForm<{ until: Day | null; reason: string }>(
    `${extend.name}.${id}`,
    { until: null, reason: '' },
    { refreshes: ['requests', 'assignments', 'notifications'] },
  );
  const { until, reason } = form.value;
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const short = lengthOf(reason.trim()) < LENGTHS.reason[0] ? `至少写 ${LENGTHS.reason[0]} 个字，居民看得到。` : null;
  const send = () => {
    setPressed(true);
    if (until && !short) form.send(extend, { id, version, until, reason: reason.trim() }, onDone);
  };
  return (
    <View id={HERE}>
      <Card className="space-above-3">
        <Text className="heading">要宽限几天</Text>
        <View className="space-above-3">
          <DayField
            label="到哪天"
            value={until}
            first={extendable.from}
            last={extendable.to}
            fault={pressed && !until ? '先选到哪天。' : null}
            onChoose={(day) => form.change({ until: day })}
          />
        </View>
        <View className="space-above-3">
          <WordArea
            label="为什么"
            placeholder="缺什么，在等什么"
            maxLength={LENGTHS.reason[1]}
            value={reason}
            saved
            fault={(pressed && short) || (form.error && sayUnsent(form.error))}
            onInput={(next) => form.change({ reason: next })}
          />
        </View>
        <View className="space-above-3">
          <Notice icon="info">联络站同意了才算，只能要一次。没同意，日子照旧。</Notice>
        </View>
        <View className="row space-above-3">
          <Button kind="line" disabled={form.isPending} onPress={onDone}>
            先不要
          </Button>
          <Button grow busy={form.isPending && '正在送…'} onPress={send}>
            送给联络站
          </Button>
        </View>
      </Card>
    </View>
  );
}
