import { Text, View } from '@tarojs/components';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { publicReport } from '../../../../shared/promises/report/board';
import { sayPublicFigures, sayTally } from '../../../../shared/promises/report/words';
import { sayDate } from '../../platform/say';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';
import { Section } from '../../ui/Section';

/** One year-end report as everybody reads it: how the promises stood, what the department says, and how many deputies said what. */
export function PublicReport({ report }: { report: Reply<typeof publicReport> }) {
  const { year, departmentName, figures, words, tally, handedInOn } = report;
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${departmentName}，${year} 年`}</Text>
      <Text className="title">年终承诺事项报告</Text>
      <Card className="space-above-3">
        <Text className="block">{sayPublicFigures(report)}</Text>
        <Text className="note block space-above-1">
          {`${year - 1}、${year} 两年里答应的事，${sayDate(handedInOn)}交报告时的数。`}
        </Text>
        {!figures && (
          <Text className="note block space-above-1">没公开的不到三件，分开写会认出是谁的事，只写总数。</Text>
        )}
      </Card>
      <Section title="部门说">
        <Card>
          {words ? (
            <Text className="words" {...ownDirection}>
              {words}
            </Text>
          ) : (
            <Text className="secondary">交的时候没说要公开，部门写的不登。</Text>
          )}
        </Card>
      </Section>
      <Section title="代表怎么评">
        <Card>
          <Text className="strong block">{sayTally(tally)}</Text>
          <Text className="note block space-above-1">
            {tally.none ? '只写几位，不写名字。没评的不算进满意不满意。' : '只写几位，不写名字。'}
          </Text>
        </Card>
      </Section>
      <Text className="note block space-above-5">居民的名字、电话、门牌号，登之前用〇〇盖住。</Text>
    </View>
  );
}
