import { Text, View } from '@tarojs/components';
import type { ReportLine } from '../../../../shared/promises/report/shown';
import { REPORT_STATE_WORDS, sayFigures, sayTally } from '../../../../shared/promises/report/words';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Tag } from '../../ui/Tag';
import { REPORT_LOOKS, sayDays } from './report-looks';

/** Reports of a year, a row each: how far, until when, how the promises stand, and what deputies said. */
export function ReportList({ reports, onOpen }: { reports: readonly ReportLine[]; onOpen: (id: string) => void }) {
  return (
    <Card flush className="space-above-3">
      {reports.map((one) => (
        <Cell
          key={one.id}
          top
          title={`${one.departmentName}，${one.year} 年`}
          sub={
            <>
              <Text className="block">{sayDays(one)}</Text>
              <Text className="block">{sayFigures(one.figures)}</Text>
              {one.tally && <Text className="block">{sayTally(one.tally)}</Text>}
              <View className="row space-above-2">
                <Tag {...REPORT_LOOKS[one.state]}>{one.asked ? '等您评' : REPORT_STATE_WORDS[one.state]}</Tag>
              </View>
            </>
          }
          onPress={() => onOpen(one.id)}
        />
      ))}
    </Card>
  );
}
