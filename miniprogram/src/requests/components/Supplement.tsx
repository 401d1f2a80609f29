import { View } from '@tarojs/components';
import { useState } from 'react';
import { lengthOf } from '../../../../shared/kernel/text';
import { supplement } from '../../../../shared/requests/contract';
import { newKey } from '../../platform/call';
import { useAct } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { WordArea } from '../../ui/WordArea';

const FEWEST = 2;

/** The resident writes more (补充几句), in the page. */
export function Supplement({ id, onDone }: { id: string; onDone: () => void }) {
  const [words, setWords] = useState('');
  const [key] = useState(newKey);
  const act = useAct(supplement, ['requests.follow']);
  const [fault, setFault] = useState<string | null>(null);
  const send = () => {
    if (lengthOf(words.trim()) < FEWEST) return setFault('先写几个字。');
    setFault(null);
    act.mutate({ key, input: { id, words } }, { onSuccess: onDone, onError: (error) => setFault(error.message) });
  };
  return (
    <Card className="mt3">
      <WordArea
        short
        label="补充几句"
        placeholder="还想说什么"
        maxLength={1000}
        value={words}
        fault={fault}
        onInput={(next) => {
          setFault(null);
          setWords(next);
        }}
      />
      <View className="row mt3">
        <Button kind="line" onPress={onDone}>
          先不写
        </Button>
        <Button grow busy={act.isPending && '正在送…'} onPress={send}>
          加上去
        </Button>
      </View>
    </Card>
  );
}
