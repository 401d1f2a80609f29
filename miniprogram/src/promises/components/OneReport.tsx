import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Report } from '../../../../shared/promises/report/shown';
import { OWED, RATING, STATES } from '../../../../shared/promises/report/states';
import {
  RATING_WORDS,
  REPORT_EVENT_WORDS,
  REPORT_STATE_WORDS,
  sayFigures,
  sayTally,
} from '../../../../shared/promises/report/words';
import { sayDate, sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Story, type StoryEvent } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { HandInForm } from './HandInForm';
import { RateForm } from './RateForm';
import { ReportLines } from './ReportLines';
import { ReturnForm } from './ReturnForm';
import { REPORT_LOOKS, sayDays } from './report-looks';

/** One year-end report, with what whoever reads it may do now; the same on a phone and at the desk. `ledger`: where its promises are worked on. */
export function OneReport({ report, ledger }: { report: Report; ledger: string }) {
  const { year, departmentName, state, figures, words, lines, hidden, acts, mine, deputies, given } = report;
  const back = OWED.includes(state) && report.events.filter(({ kind }) => kind === 'returned').at(-1)?.words;
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${departmentName}，${year} 年`}</Text>
      <Text className="title">年终承诺事项报告</Text>
      {back && (
        <View className="space-above-3">
          <Notice tone="late">{`退回重报：${back}`}</Notice>
        </View>
      )}
      <Card className="space-above-3">
        <View className="row wrap">
          <Tag {...REPORT_LOOKS[state]}>{REPORT_STATE_WORDS[state]}</Tag>
          <Text className="secondary">{sayDays(report)}</Text>
        </View>
        <Text className="block space-above-2">{sayFigures(figures)}</Text>
        <Text className="note block space-above-1">{`${year - 1}、${year} 两年里答应的事`}</Text>
        {RATING.includes(state) && (
          <Text className="secondary block space-above-2">{`${deputies} 位代表要评，评了 ${given} 位。`}</Text>
        )}
      </Card>
      {acts.includes('hand_in') ? (
        <HandInForm key={report.round} report={report} ledger={ledger} />
      ) : (
        <>
          {words && (
            <Section title="部门说">
              <Card>
                <Text className="words" {...ownDirection}>
                  {words}
                </Text>
              </Card>
            </Section>
          )}
          <Section title="每一件" note={`${lines.length} 件`}>
            <ReportLines lines={lines} />
            {hidden > 0 && (
              <Text className="note block space-above-3">{`另有 ${hidden} 件是别人的事，只算进上面的数。`}</Text>
            )}
          </Section>
        </>
      )}
      {acts.includes('rate') && <RateForm key={report.round} report={report} />}
      {mine?.rating && (
        <Section title="您评的">
          <Card>
            <Text className="strong block">{RATING_WORDS[mine.rating]}</Text>
            {mine.words && (
              <Text className="quote" {...ownDirection}>
                {mine.words}
              </Text>
            )}
          </Card>
        </Section>
      )}
      <Receipts report={report} />
      {STATES[state].public && (
        <Button
          small
          kind="text"
          onPress={() => Taro.navigateTo({ url: `/promises/pages/public/index?id=${report.id}` })}
        >
          公开栏上的样子
        </Button>
      )}
      {acts.includes('return') && <ReturnForm report={report} />}
      <Section title="经过">
        <Card>
          <Story events={storyOf(report)} />
        </Card>
      </Section>
    </View>
  );
}

/** What deputies said, the last round first, of those that are over. */
function Receipts({ report: { tally, receipts, round } }: { report: Report }) {
  if (!tally && !receipts.length) return null;
  return (
    <Section title="代表怎么评">
      <Card>
        {tally && (
          <>
            <Text className="strong block">{sayTally(tally)}</Text>
            {tally.none > 0 && <Text className="note block">没评的不算进满意不满意。</Text>}
          </>
        )}
        {[...receipts].reverse().map((one) => (
          <View key={`${one.round} ${one.deputyName}`} className="space-above-3">
            <Text className="block">
              {`${one.deputyName}：${one.rating ? RATING_WORDS[one.rating] : '没评'}${
                one.round < round ? `（第 ${one.round} 次）` : ''
              }`}
            </Text>
            {one.words && (
              <Text className="quote" {...ownDirection}>
                {one.words}
              </Text>
            )}
          </View>
        ))}
      </Card>
    </Section>
  );
}

const MARKS: Record<string, string> = { handed_in: '部', returned: '会', rated: '代', deputy_left: '代' };

function storyOf({ events }: Report): StoryEvent[] {
  const told = events.map(({ id, kind, on, office, words, dueOn }, at): StoryEvent => {
    const until = dueOn ? `，${sayDay(dueOn)}前${kind === 'handed_in' ? '评' : '交'}` : '';
    return {
      id,
      mark: MARKS[kind] ?? '到',
      when: sayDate(on),
      what: `${office ?? ''}${REPORT_EVENT_WORDS[kind] ?? kind}${until}`,
      words,
      tone: kind === 'returned' || kind === 'overdue' ? 'returned' : at === events.length - 1 ? 'now' : 'past',
    };
  });
  return told.reverse();
}
