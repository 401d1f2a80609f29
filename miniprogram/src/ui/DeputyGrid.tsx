import { Text, View } from '@tarojs/components';
import type { DeputySummary } from '../../../shared/directory/contract';
import { sayDay } from '../../../shared/kernel/days';
import { useDisplay } from '../platform/display';
import { Portrait } from './Portrait';
import { Press } from './Press';
import { Seal } from './Seal';

type Props = { deputies: readonly DeputySummary[]; onOpen: (id: string) => void };

/** Three a row; in 长辈版 one a row with the level in words. The order is the roll's, nearest level first. */
export function DeputyGrid({ deputies, onOpen }: Props) {
  const { elder } = useDisplay();
  const Row = elder ? Big : Small;
  return (
    <View className={elder ? '' : 'deputies'}>
      {deputies.map((deputy) => (
        <Row key={deputy.id} deputy={deputy} onOpen={onOpen} />
      ))}
    </View>
  );
}

type RowProps = { deputy: DeputySummary; onOpen: (id: string) => void };

function whereFrom({ mandates: [first] }: DeputySummary): string {
  if (!first) return '';
  return first.electedBy ?? `${first.congressName.replace(/人大$/, '')}${first.wardName ?? ''}`;
}

function Small({ deputy, onOpen }: RowProps) {
  return (
    <Press role="link" onPress={() => onOpen(deputy.id)}>
      <Portrait id={deputy.id} src={deputy.portrait} size="fluid" />
      <View className="who-name">
        <Text>{deputy.name}</Text>
        {deputy.mandates.map(({ level, seal }) => (
          <Seal key={level}>{seal}</Seal>
        ))}
      </View>
      <Text className="at">{deputy.awayUntil ? `外出，${sayDay(deputy.awayUntil)}回` : whereFrom(deputy)}</Text>
    </Press>
  );
}

function Big({ deputy, onOpen }: RowProps) {
  return (
    <Press className="bigdep" role="link" onPress={() => onOpen(deputy.id)}>
      <Portrait id={deputy.id} src={deputy.portrait} />
      <View className="grow">
        <Text className="nm">{deputy.name}</Text>
        {deputy.mandates.map(({ level, congressName }) => (
          <Text key={level} className="sub block">{`${congressName}代表`}</Text>
        ))}
        {deputy.awayUntil && <Text className="sub block">{`外出，${sayDay(deputy.awayUntil)}回来`}</Text>}
      </View>
    </Press>
  );
}
