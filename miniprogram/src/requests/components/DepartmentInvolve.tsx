import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Assignment, involve } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import { whyNotAsked } from '../../../../shared/assignments/part/words';
import { departments } from '../../../../shared/directory/contract';
import { sayUnsent } from '../../platform/faults';
import { useCall } from '../../platform/query';
import { scrollTo } from '../../platform/scroll';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';

const HERE = 'department-involve';
type Written = { departmentId: string | null; words: string };
type Props = { assignment: Assignment; onDone: () => void };

/** 叫人一起办, one department at a time: whom, and what for. */
export function DepartmentInvolve({ assignment, onDone }: Props) {
  const { id, version, departmentName, parts = [], acts } = assignment;
  const { data } = useCall(departments, {});
  const form = useForm<Written>(
    `${involve.name}.${id}`,
    { departmentId: null, words: '' },
    { refreshes: ['assignments', 'requests', 'notifications'] },
  );
  const { departmentId, words } = form.value;
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const there = [departmentName, ...parts.map((part) => part.departmentName)];
  const options = (data?.departments ?? [])
    .filter(({ name }) => !there.includes(name))
    .map((one) => ({ value: one.id, words: one.name, note: one.duties || undefined }));
  const chosen = options.find(({ value }) => value === departmentId);
  const why = chosen ? whyNotAsked([{ departmentId: chosen.value, words }], () => chosen.words) : '先选请哪家。';
  const send = () => {
    setPressed(true);
    if (why || !chosen) return;
    void form.send(involve, { id, version, parts: [{ departmentId: chosen.value, words: words.trim() }] }, onDone);
  };
  return (
    <View id={HERE}>
      <Card className="space-above-3">
        <Text className="heading">请哪家一起办</Text>
        <View className="space-above-3">
          <Choice
            label="请哪家一起办"
            options={options}
            value={chosen?.value ?? null}
            onChoose={(next) => form.change({ departmentId: next })}
          />
        </View>
        <Text className="heading space-above-5">请他们做什么</Text>
        <View className="space-above-3">
          <WordArea
            short
            label="请他们做什么"
            placeholder="查哪一段，要不要挪"
            maxLength={LENGTHS.asks[1]}
            value={words}
            saved
            onInput={(next) => form.change({ words: next })}
          />
        </View>
        <View className="space-above-3">
          <Notice>
            {`${acts.includes('accept') ? '请了就算收下。' : ''}答居民还是您这里，不等协办。他们看得到事情和地方，没有名字、电话。`}
          </Notice>
        </View>
        {pressed && <Fault>{why}</Fault>}
        {form.error && <Fault>{sayUnsent(form.error)}</Fault>}
        <View className="row space-above-3">
          <Button kind="line" disabled={form.isPending} onPress={onDone}>
            先不请
          </Button>
          <Button grow busy={form.isPending && '正在送…'} onPress={send}>
            请他们一起办
          </Button>
        </View>
      </Card>
    </View>
  );
}
