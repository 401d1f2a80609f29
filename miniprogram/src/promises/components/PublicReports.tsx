import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { publicReports } from '../../../../shared/promises/report/board';
import { sayPublicFigures, sayTally } from '../../../../shared/promises/report/words';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

/** The reports of a year, a row each in the order of the roll, and the way to other years. */
export function PublicReports({ year, years, reports }: Reply<typeof publicReports>) {
  const open = (asked: string) => Taro.navigateTo({ url: `/promises/pages/public/index?${asked}` });
  const others = years.filter((one) => one !== year);
  return (
    <View className="main">
      <Text className="title">{`${year} 年，${reports.length} 个部门`}</Text>
      <Text className="secondary block space-above-2">部门报告答应的事做得怎么样，代表评过。按名册排，不排名次。</Text>
      <Card flush className="space-above-3">
        {reports.map((one) => (
          <Cell
            key={one.id}
            top
            title={one.departmentName}
            sub={
              <>
                <Text className="block">{sayPublicFigures(one)}</Text>
                <Text className="block">{sayTally(one.tally)}</Text>
              </>
            }
            onPress={() => open(`id=${one.id}`)}
          />
        ))}
      </Card>
      {others.length > 0 && (
        <Card flush className="space-above-5">
          {others.map((one) => (
            <Cell key={one} icon="clock" title={`${one} 年的`} onPress={() => open(`year=${one}`)} />
          ))}
        </Card>
      )}
    </View>
  );
}
