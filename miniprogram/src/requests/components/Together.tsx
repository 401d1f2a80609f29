import { Text, View } from '@tarojs/components';
import { withdrawPart } from '../../../../shared/assignments/contract';
import type { Part, Said } from '../../../../shared/assignments/part/values';
import { KIND_WORDS, sayPart, saySaid } from '../../../../shared/assignments/part/words';
import { useAct } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Fault } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ownDirection } from '../../ui/Press';
import './Together.css';
import '../../ui/check.scss';

type Props = { parts: readonly Part[] | undefined };

/** 谁一起办: who works on it beside the lead, until when, and what they said; nothing where nobody does. */
export function TogetherCard({ parts = [] }: Props) {
  if (!parts.length) return null;
  return (
    <Card className="space-above-3">
      <Text className="heading">谁一起办</Text>
      <PartLines parts={parts} />
    </Card>
  );
}

/** The same without a frame. Whoever asked for one may say that it is not needed. */
export function PartLines({ parts }: { parts: readonly Part[] }) {
  return (
    <View className="part-lines">
      {parts.map((part) => (
        <PartLine key={part.id} part={part} />
      ))}
    </View>
  );
}

function PartLine({ part }: { part: Part }) {
  const { id, version, departmentName, kind, asks, words, late, acts } = part;
  const leaving = useAct(withdrawPart, ['assignments', 'requests', 'suggestions']);
  return (
    <View className="part-line">
      <View className="row between">
        <Text className="strong">{departmentName}</Text>
        <Text className="note">{KIND_WORDS[kind]}</Text>
      </View>
      {asks && (
        <Text className="secondary block" {...ownDirection}>
          {asks}
        </Text>
      )}
      <Text className={`block ${late ? 'text-late strong' : 'note'}`}>
        <Icon name={late ? 'alert' : words === null ? 'clock' : 'check'} /> {sayPart(part)}
      </Text>
      {words && (
        <Text className="words block space-above-1" {...ownDirection}>
          {words}
        </Text>
      )}
      {acts.includes('withdraw') && (
        <View className="row space-above-1">
          <Button
            small
            kind="text"
            label={`不请${departmentName}了`}
            busy={leaving.isPending && '正在送…'}
            onPress={() => leaving.send({ id, version })}
          >
            不请它了
          </Button>
        </View>
      )}
      {leaving.error && <Fault>{sayFault(leaving.error)}</Fault>}
    </View>
  );
}

/** What an answer says of those who worked on it, as they said it. */
export function SaidLines({ said = [] }: { said: readonly Said[] | undefined }) {
  if (!said.length) return null;
  return (
    <View className="part-lines">
      {said.map((one) => {
        const { who, words } = saySaid(one);
        return (
          <View key={one.departmentName} className="part-line">
            <Text className={words === null ? 'secondary' : 'strong block'}>{who}</Text>
            {words !== null && (
              <Text className="words block" {...ownDirection}>
                {words}
              </Text>
            )}
          </View>
        );
      })}
    </View>
  );
}
