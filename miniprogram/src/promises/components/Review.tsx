import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Decision } from '../../../../shared/kernel/content-check';
import { lengthOf } from '../../../../shared/kernel/text';
import { reviewPicture } from '../../../../shared/promises/contract';
import { LENGTHS } from '../../../../shared/promises/limits';
import type { Worked } from '../../../../shared/promises/shown';
import { useAct } from '../../platform/act';
import { faultAt, sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Pictures } from '../../ui/Pictures';
import { WordArea } from '../../ui/WordArea';
import { REFRESHES } from './acts';

type Chosen = { picture: string; decision: Decision; number: number };

/** The pictures a department showed, before whoever looks: each by itself, to be seen by everybody or not, with the reason. */
export function Review({ promise }: { promise: Worked }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const pictures = promise.events.flatMap(({ pictures = [] }) => pictures);
  if (!pictures.length) return null;
  return (
    <View className="space-above-3">
      <Pictures pictures={pictures} by={promise.departmentName} />
      {pictures.map((picture, at) => {
        const decisions = promise.reviews?.find((one) => one.picture === picture.id)?.decisions ?? [];
        if (!decisions.length) return null;
        return (
          <View key={picture.id} className="row wrap space-above-2">
            <Text className="secondary">{`第 ${at + 1} 张，${standing(decisions)}`}</Text>
            {decisions.map((decision) => (
              <Button
                key={decision}
                small
                kind="line"
                label={`第 ${at + 1} 张${WORDS[decision]}`}
                onPress={() => setChosen({ picture: picture.id, decision, number: at + 1 })}
              >
                {WORDS[decision]}
              </Button>
            ))}
          </View>
        );
      })}
      {chosen && (
        <Decide
          key={`${chosen.picture}${chosen.decision}`}
          id={promise.id}
          chosen={chosen}
          onDone={() => setChosen(null)}
        />
      )}
    </View>
  );
}

const WORDS: Record<Decision, string> = { approved: '可以公开', withheld: '不公开' };

/** As it is, told by what may still be decided: one that waits for a person may become either. */
function standing(decisions: readonly Decision[]): string {
  if (decisions.length > 1) return '要您看一看';
  return decisions.includes('withheld') ? '大家看得到' : '没有公开';
}

function Decide({ id, chosen, onDone }: { id: string; chosen: Chosen; onDone: () => void }) {
  const { picture, decision, number } = chosen;
  const act = useAct(reviewPicture, REFRESHES);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const short = lengthOf(reason.trim()) < LENGTHS.words[0];
  const send = () => {
    setPressed(true);
    if (!short) void act.send({ id, picture, decision, reason: reason.trim() }, onDone);
  };
  const label = `第 ${number} 张为什么${WORDS[decision]}`;
  return (
    <View className="space-above-3">
      <WordArea
        short
        label={label}
        placeholder="比如：照片上有人脸和门牌"
        maxLength={LENGTHS.words[1]}
        value={reason}
        fault={faultAt(act.error, 'reason')}
        onInput={setReason}
      />
      {pressed && short && <Fault>写一句再送。</Fault>}
      {act.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(act.error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button small kind="line" grow onPress={onDone}>
          算了
        </Button>
        <Button small grow busy={act.isPending && '正在送…'} onPress={send}>
          就这样定
        </Button>
      </View>
    </View>
  );
}
