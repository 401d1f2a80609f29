import { Text, View } from '@tarojs/components';
import { RATINGS } from '../../../../shared/voting/definition';
import { aria } from '../../ui/Press';
import { HiddenCell, ShareBar } from './ShareBar';
import { givenIn, type Row, satisfaction } from './tally';
import './Tally.scss';

/** One question: its bar, and what the percentage is of. */
export function Tally({ row: { question, answers, counts } }: { row: Row }) {
  const given = givenIn(counts);
  return (
    <View className="tally">
      <Text className="strong block">{question.words}</Text>
      {!given ? (
        <Partly answers={answers} counts={counts} />
      ) : question.kind === 'rating' ? (
        <>
          <ShareBar given={given} />
          <Text className="note block">{saySatisfaction(given)}</Text>
        </>
      ) : (
        <Text className="secondary block">{given.map((count, at) => `${answers[at + 1]} ${count} 人`).join('，')}</Text>
      )}
    </View>
  );
}

/** What of it is published where the whole is not. */
function Partly({ answers, counts }: Pick<Row, 'answers' | 'counts'>) {
  const known = answers.flatMap((answer, at) => (at && counts[at] ? [`${answer} ${counts[at]} 人`] : []));
  if (!known.length) return <HiddenCell />;
  return <Text className="secondary block">{`${known.join('，')}。别的答案人太少，不单独公布`}</Text>;
}

/** 满意率 85%：满意和基本满意的，占说得上的 130 人 */
export function saySatisfaction(given: readonly number[], of = '人'): string {
  const found = satisfaction(given);
  return found ? `满意率 ${found.percent}%：满意和基本满意，占说得上的 ${found.of} ${of}` : '都选了不了解';
}

const HEADS = [...RATINGS, '没填'];

/** The same in numbers, as a table for readers too. */
export function TallyTable({ rows, label }: { rows: readonly Row[]; label: string }) {
  return (
    <View className="tally-table" {...aria('table', label)}>
      <View className="tally-line" {...aria('row')}>
        <View className="screen-reader-only" {...aria('columnheader')}>
          <Text>问的是什么</Text>
        </View>
        {HEADS.map((head) => (
          <View key={head} className="tally-head" {...aria('columnheader')}>
            <Text>{head}</Text>
          </View>
        ))}
      </View>
      {rows.map(({ question, counts }) => (
        <View key={question.words} className="tally-line" {...aria('row')}>
          <View className="tally-asked" {...aria('rowheader')}>
            <Text>{question.words}</Text>
          </View>
          {HEADS.map((head, at) => (
            <View key={head} className="tally-number" {...aria('cell')}>
              <Text>{counts[(at + 1) % HEADS.length] ?? '＊'}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
