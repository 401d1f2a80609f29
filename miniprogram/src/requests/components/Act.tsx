import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Input, Procedure } from '../../../../shared/kernel/procedure';
import { lengthOf } from '../../../../shared/kernel/text';
import { newKey } from '../../platform/call';
import { isPassing } from '../../platform/outgoing';
import { useAct } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { WordArea } from '../../ui/WordArea';

type Props = {
  procedure: Procedure;
  /** What is sent besides the words. */
  input: Record<string, unknown>;
  title: string;
  /** What it does, said before it is done. */
  note?: ReactNode;
  placeholder: string;
  fewest: number;
  most: number;
  send: string;
  grave?: boolean;
  onDone: () => void;
};

/** A few words and a button, in the page: asking back, a note, more words, taking it back. Sent once however often it is pressed. */
export function Act({ procedure, input, title, note, placeholder, fewest, most, send, grave, onDone }: Props) {
  const [words, setWords] = useState('');
  const [key] = useState(newKey);
  const [fault, setFault] = useState<string | null>(null);
  const act = useAct(procedure, ['requests', 'notifications']);
  const go = () => {
    const said = words.trim();
    if (lengthOf(said) < fewest) return setFault('先写几个字。');
    setFault(null);
    act.mutate(
      { key, input: { ...input, ...(said ? { words: said } : {}) } as Input<Procedure> },
      {
        onSuccess: onDone,
        onError: (error) => setFault(isPassing(error) ? '现在送不出去，有网了再点一次，只算一次。' : error.message),
      },
    );
  };
  return (
    <Card className="mt3">
      <Text className="head">{title}</Text>
      {note && <View className="mt2">{typeof note === 'string' ? <Notice tone="plain">{note}</Notice> : note}</View>}
      <View className="mt3">
        <WordArea
          short
          label={title}
          placeholder={placeholder}
          maxLength={most}
          value={words}
          fault={fault}
          onInput={(next) => {
            setFault(null);
            setWords(next);
          }}
        />
      </View>
      <View className="row mt3">
        <Button kind="line" onPress={onDone}>
          先不写
        </Button>
        <Button grow kind={grave ? 'grave' : 'main'} busy={act.isPending && '正在送…'} onPress={go}>
          {send}
        </Button>
      </View>
    </Card>
  );
}
