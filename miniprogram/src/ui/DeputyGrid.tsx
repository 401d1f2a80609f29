import { Text, View } from '@tarojs/components';
import type { DeputySummary } from '../../../shared/directory/contract';
import { useDisplay } from '../platform/display';
import { sayDay, together } from '../platform/say';
import { Icon } from './Icon';
import { Portrait } from './Portrait';
import { Press } from './Press';
import { Seal } from './Seal';
import './Cell.css';
import './DeputyGrid.css';

type Props = { deputies: readonly DeputySummary[]; onOpen: (id: string) => void };

/** Three a row; in 长辈版 one a row with the level in words. The order is the roll's, nearest level first. */
export function DeputyGrid({ deputies, onOpen }: Props) {
  const { elder } = useDisplay();
  const Row = elder ? Big : Small;
  return (
    <View className={elder ? '' : 'deputy-grid'}>
      {deputies.map((deputy) => (
        <Row key={deputy.id} deputy={deputy} onOpen={onOpen} />
      ))}
    </View>
  );
}

type RowProps = { deputy: DeputySummary; onOpen: (id: string) => void };

/** Who elected them; a ward (第 13 选区) goes to the next line as a whole. */
function From({ deputy: { mandates } }: { deputy: DeputySummary }) {
  const [first] = mandates;
  if (!first) return null;
  return (
    <Text className="deputy-grid-from">
      {first.electedBy ?? first.congressName.replace(/人大$/, '')}
      {!first.electedBy && <Text className="whole">{together(first.wardName ?? '')}</Text>}
    </Text>
  );
}

function Small({ deputy, onOpen }: RowProps) {
  return (
    <Press role="link" onPress={() => onOpen(deputy.id)}>
      <Portrait id={deputy.id} src={deputy.portrait} size="fluid" />
      <View className="deputy-grid-name">
        <Text>{deputy.name}</Text>
        {deputy.mandates.map(({ level, seal }) => (
          <Seal key={level}>{seal}</Seal>
        ))}
      </View>
      <From deputy={deputy} />
      <Away until={deputy.awayUntil} />
    </Press>
  );
}

function Big({ deputy, onOpen }: RowProps) {
  return (
    <Press className="deputy-row" role="link" onPress={() => onOpen(deputy.id)}>
      <Portrait id={deputy.id} src={deputy.portrait} />
      <View className="grow">
        <Text className="deputy-row-name">{deputy.name}</Text>
        {deputy.mandates.map(({ level, congressName }) => (
          <Text key={level} className="secondary block">{`${congressName}代表`}</Text>
        ))}
        <Away until={deputy.awayUntil} />
      </View>
      <Icon name="right" className="arrow" />
    </Press>
  );
}

/** The last day away, so that nobody waits in vain. */
function Away({ until }: { until: string | null }) {
  if (!until) return null;
  return (
    <View className="deputy-away">
      <Icon name="clock" />
      <Text>外出到</Text>
      <Text>{sayDay(until)}</Text>
    </View>
  );
}
