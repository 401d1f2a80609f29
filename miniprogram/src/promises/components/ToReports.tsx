import Taro from '@tarojs/taro';
import { me as meProcedure } from '../../../../shared/identity/contract';
import { reports } from '../../../../shared/promises/report/contract';
import { OWED } from '../../../../shared/promises/report/states';
import { useCall } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

const READS: readonly string[] = ['department', 'deputy', 'admin'];

/** The way from what was promised to the reports of it (`to`), where there are any; says how many wait for whoever looks. */
export function ToReports({ to }: { to: string }) {
  const me = useCall(meProcedure, {}).data;
  const reads = me?.roles.some(({ role }) => READS.includes(role)) || Boolean(me?.departments?.length);
  const { data } = useCall(reports, {}, { enabled: Boolean(me) && reads });
  if (!data?.reports.length) return null;
  const own = (me?.departments ?? []).map(({ id }) => id);
  const owed = data.reports.filter((one) => OWED.includes(one.state) && own.includes(one.departmentId)).length;
  const asked = data.reports.filter((one) => one.asked).length;
  const waits = [...(owed ? [`${owed} 份要交`] : []), ...(asked ? [`${asked} 份等您评`] : [])].join('，');
  return (
    <Card flush className="space-above-3">
      <Cell
        icon="board"
        title="年终承诺报告"
        sub={waits || `${data.year} 年，${data.reports.length} 份`}
        onPress={() => Taro.navigateTo({ url: to })}
      />
    </Card>
  );
}
