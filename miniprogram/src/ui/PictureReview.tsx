import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Decision } from '../../../shared/kernel/content-check';
import type { Picture } from '../../../shared/kernel/pictures';
import { type Length, lengthOf } from '../../../shared/kernel/text';
import { faultAt, sayFault } from '../platform/faults';
import { Button } from './Button';
import { Fault } from './Field';
import { Notice } from './Notice';
import { Pictures } from './Pictures';
import { WordArea } from './WordArea';

/** A decision with its reason, as it is sent. */
export type Decided = { picture: string; decision: Decision; reason: string };
type Act = { isPending: boolean; error: Error | null; send: (decided: Decided, then: () => void) => void };
type Says = Record<Decision | 'open' | 'closed', string>;
type Chosen = { picture: string; decision: Decision; number: number };

type Props = {
  pictures: readonly Picture[];
  /** Whose they are. */
  by: string;
  /** What may be decided of which. */
  reviews: readonly { picture: string; decisions: readonly Decision[] }[];
  /** What the decisions are called, and how one stands that has one. */
  says: Says;
  /** Of the reason. */
  length: Length;
  act: Act;
};

/** Pictures before whoever looks at them (人工复核): each by itself, to be seen or not, with the reason. */
export function PictureReview({ pictures, by, reviews, says, length, act }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <View className="space-above-3">
      <Pictures pictures={pictures} by={by} />
      {pictures.map((picture, at) => {
        const decisions = reviews.find((one) => one.picture === picture.id)?.decisions ?? [];
        if (!decisions.length) return null;
        return (
          <View key={picture.id} className="row wrap space-above-2">
            <Text className="secondary">{`第 ${at + 1} 张，${standing(decisions, says)}`}</Text>
            {decisions.map((decision) => (
              <Button
                key={decision}
                small
                kind="line"
                label={`第 ${at + 1} 张${says[decision]}`}
                onPress={() => setChosen({ picture: picture.id, decision, number: at + 1 })}
              >
                {says[decision]}
              </Button>
            ))}
          </View>
        );
      })}
      {chosen && (
        <Decide
          key={`${chosen.picture}${chosen.decision}`}
          label={`第 ${chosen.number} 张为什么${says[chosen.decision]}`}
          length={length}
          act={act}
          onSend={(reason) => act.send({ ...chosen, reason }, () => setChosen(null))}
          onClose={() => setChosen(null)}
        />
      )}
    </View>
  );
}

/** As it is, told by what may still be decided: one that waits for a person may become either. */
function standing(decisions: readonly Decision[], says: Says): string {
  if (decisions.length > 1) return '要您看一看';
  return decisions.includes('withheld') ? says.open : says.closed;
}

type Reason = {
  label: string;
  length: Length;
  act: Act;
  onSend: (reason: string) => void;
  onClose: () => void;
};

function Decide({ label, length: [fewest, most], act, onSend, onClose }: Reason) {
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const short = lengthOf(reason.trim()) < fewest;
  const send = () => {
    setPressed(true);
    if (!short) onSend(reason.trim());
  };
  return (
    <View className="space-above-3">
      <WordArea
        short
        label={label}
        placeholder="比如：照片上有人脸和门牌"
        maxLength={most}
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
        <Button small kind="line" grow onPress={onClose}>
          算了
        </Button>
        <Button small grow busy={act.isPending && '正在送…'} onPress={send}>
          就这样定
        </Button>
      </View>
    </View>
  );
}
