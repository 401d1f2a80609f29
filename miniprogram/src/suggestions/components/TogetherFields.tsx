import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTHS } from '../../../../shared/assignments/limits';
import type { PartKind } from '../../../../shared/assignments/part/values';
import { hasRoom, type Row } from '../../../../shared/assignments/part/words';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Segment } from '../../ui/Segment';
import { WordArea } from '../../ui/WordArea';

const KINDS = [
  { value: 'advice' as const, words: '一家主办' },
  { value: 'part' as const, words: '各办各的' },
];

type Department = { id: string; name: string; duties: string };
type Props = {
  departments: readonly Department[];
  lead: string | null;
  kind: PartKind;
  rows: readonly Row[];
  onChange: (next: { kind?: PartKind; rows?: Row[] }) => void;
};

/** Who works on it beside the lead: of which kind, and each with what it is asked. */
export function TogetherFields({ departments, lead, kind, rows, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const left = departments.filter(({ id }) => id !== lead && !rows.some(({ departmentId }) => departmentId === id));
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  return (
    <View className="space-above-4">
      <Text className="strong block">谁一起办（可不选）</Text>
      <View className="space-above-2">
        <Segment label="怎么一起办" options={KINDS} value={kind} onChoose={(next) => onChange({ kind: next })} />
      </View>
      <Text className="note block space-above-1">
        {kind === 'advice'
          ? '一家主办，别的给它意见。答复由主办写，不等协办。'
          : '各办各的，每家写明办哪一份。都办完了，主办来答复。'}
      </Text>
      {rows.map(({ departmentId, words }) => (
        <View key={departmentId} className="space-above-3">
          <View className="row between">
            <Text className="strong">{nameOf(departmentId)}</Text>
            <Button
              small
              kind="text"
              label={`去掉，${nameOf(departmentId)}`}
              onPress={() => onChange({ rows: rows.filter((one) => one.departmentId !== departmentId) })}
            >
              去掉
            </Button>
          </View>
          <WordArea
            short
            label={`请${nameOf(departmentId)}做什么`}
            placeholder="请他们做什么，办哪一段"
            maxLength={LENGTHS.asks[1]}
            value={words}
            saved
            onInput={(next) =>
              onChange({ rows: rows.map((one) => (one.departmentId === departmentId ? { ...one, words: next } : one)) })
            }
          />
        </View>
      ))}
      {adding && (
        <View className="space-above-3">
          <Choice
            label="再请哪家"
            options={left.map(({ id, name, duties }) => ({ value: id, words: name, note: duties || undefined }))}
            value={null}
            onChoose={(departmentId: string) => {
              onChange({ rows: [...rows, { departmentId, words: '' }] });
              setAdding(false);
            }}
          />
        </View>
      )}
      {!adding && left.length > 0 && hasRoom(rows.length) && (
        <View className="row space-above-2">
          <Button small kind="second" icon="plus" onPress={() => setAdding(true)}>
            {rows.length ? '再加一家' : '加一家'}
          </Button>
        </View>
      )}
    </View>
  );
}
