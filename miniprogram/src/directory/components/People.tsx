import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type DeputySummary, search } from '../../../../shared/directory/contract';
import { usePaused } from '../../platform/paused';
import { useCall } from '../../platform/query';
import { together } from '../../platform/say';
import { OfflineError } from '../../platform/send';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Portrait } from '../../ui/Portrait';
import { Seal } from '../../ui/Seal';

const PAUSE_MS = 300;

/** Deputies of that name, asked of the server once the typing pauses. */
export function People({ words }: { words: string }) {
  const asked = usePaused(words, PAUSE_MS, '');
  const { data, error } = useCall(search, { words: asked || words }, { enabled: asked !== '' });
  if (error instanceof OfflineError) return <Text className="note block space-above-4">没有网，先只找得到地方。</Text>;
  if (!data?.deputies.length || asked !== words) return null;
  return (
    <>
      <Text className="note block space-above-4">也可以找人</Text>
      <Card flush className="space-above-2">
        {data.deputies.map((deputy) => (
          <Cell
            key={deputy.id}
            left={<Portrait id={deputy.id} src={deputy.portrait} />}
            title={
              <>
                {deputy.name}
                {deputy.mandates.map(({ level, seal }) => (
                  <Seal key={level}>{seal}</Seal>
                ))}
              </>
            }
            sub={electedIn(deputy)}
            onPress={() => Taro.navigateTo({ url: `/directory/pages/deputy/index?id=${deputy.id}` })}
          />
        ))}
      </Card>
    </>
  );
}

function electedIn({ mandates: [first] }: DeputySummary): string {
  if (!first) return '';
  return first.electedBy ?? together([first.congressName, first.wardName].filter(Boolean).join(' '));
}
