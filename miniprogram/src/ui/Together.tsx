import { Text, View } from '@tarojs/components';
import { type PartLine, withdrawPart } from '../../../shared/assignments/contract';
import type { Part, Said } from '../../../shared/assignments/part/values';
import { GIVE_WORDS, KIND_WORDS, sayPart, saySaid } from '../../../shared/assignments/part/words';
import { useAct } from '../platform/act';
import { sayFault } from '../platform/faults';
import { Button } from './Button';
import { Card } from './Card';
import { Fault } from './Field';
import { Icon } from './Icon';
import { ownDirection } from './Press';
import './Together.css';
import './check.scss';

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
        <OnePart key={part.id} part={part} />
      ))}
    </View>
  );
}

function OnePart({ part }: { part: Part }) {
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
            label={`不请它了，${departmentName}`}
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

/** 协办: what the department is asked to do for the one that leads, until when, and what it said. */
export function OwnPart({ part, onWrite }: { part: PartLine; onWrite?: () => void }) {
  const { kind, leadName, asks, words, late } = part;
  return (
    <Card className="space-above-3">
      <View className="row between">
        <Text className="heading">{`您这里${KIND_WORDS[kind]}`}</Text>
        <Text className="note">{`主办 ${leadName}`}</Text>
      </View>
      {asks && (
        <Text className="words block space-above-2" {...ownDirection}>
          {asks}
        </Text>
      )}
      <Text className={`block space-above-2 ${late ? 'text-late strong' : 'secondary'}`}>{sayPart(part)}</Text>
      {words && (
        <Text className="words block space-above-2" {...ownDirection}>
          {words}
        </Text>
      )}
      {onWrite && (
        <View className="row space-above-3">
          <Button grow kind={words === null ? 'main' : 'line'} icon="pen" onPress={onWrite}>
            {words === null ? GIVE_WORDS[kind].title : '改一改'}
          </Button>
        </View>
      )}
    </Card>
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
