import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/Card';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { HiddenCell, Legend } from './ShareBar';
import { Tally, TallyTable } from './Tally';
import type { Row } from './tally';

type Props = {
  name: string;
  /** 全县, or the station. */
  place: string;
  /** How many were asked about it; undefined where so few were that it is not published. */
  asked: number | undefined;
  /** What the county as a whole says of it, in a word; null where no rule was frozen. */
  outcome: string | null;
  /** 满意率 of each electorate in the whole county, and the figure that the county's weights make of both; none where it weighed nothing. */
  weighted: readonly string[];
  rows: readonly Row[];
  /** Whether the numbers stand below the bars. */
  table: boolean;
  onTable: () => void;
};

/** One department, question by question: bars, and the same as a table. */
export function OneDepartment({ name, place, asked, outcome, weighted, rows, table, onTable }: Props) {
  const ratings = rows.filter(({ question }) => question.kind === 'rating');
  const allHidden = rows.every(({ counts }) => counts.every((count) => count === undefined));
  return (
    <Card className="space-above-3">
      <Text className="heading">{name}</Text>
      <Text className="secondary block">{!asked ? place : `${place}，${asked} 人的票上问到它`}</Text>
      {outcome && <Text className="strong block space-above-2">{outcome}</Text>}
      {weighted.map((words) => (
        <Text key={words} className="block space-above-1">
          {words}
        </Text>
      ))}
      {asked === 0 ? (
        <Text className="secondary block space-above-3">没有人评</Text>
      ) : allHidden ? (
        <View className="space-above-3">
          <HiddenCell />
        </View>
      ) : (
        <>
          <View className="space-above-3">
            <Legend />
          </View>
          <View className="space-above-3">
            {rows.map((row) => (
              <Tally key={row.question.words} row={row} />
            ))}
          </View>
          {table && (
            <>
              <TallyTable rows={ratings} label={`${name}，各答案多少人`} />
              <Text className="note block">＊ 是人太少，不单独公布。</Text>
            </>
          )}
          <Fold onPress={onTable}>
            <Icon name={table ? 'up' : 'down'} />
            {table ? '收起数字表' : '看数字表'}
          </Fold>
        </>
      )}
    </Card>
  );
}
