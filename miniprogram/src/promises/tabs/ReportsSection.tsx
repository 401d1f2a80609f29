import Taro, { useDidShow } from '@tarojs/taro';
import { publicReports } from '../../../../shared/promises/report/board';
import { useCall } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Section } from '../../ui/Section';

/** 年终承诺报告: the way to what departments reported of their promises and deputies have rated; nothing where there is none. */
export function ReportsSection({ title }: { title: string }) {
  const { data, refetch } = useCall(publicReports, {});
  useDidShow(() => void refetch());
  if (!data?.reports.length) return null;
  return (
    <Section title={title}>
      <Card flush>
        <Cell
          icon="board"
          title="部门一年答应的事"
          sub={`${data.year} 年，${data.reports.length} 个部门，代表评过了`}
          onPress={() => Taro.navigateTo({ url: '/promises/pages/public/index' })}
        />
      </Card>
    </Section>
  );
}
