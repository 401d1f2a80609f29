import Taro from '@tarojs/taro';
import { current } from '../../../../shared/appraisals/current';
import { SETTLED } from '../../../../shared/appraisals/states';
import { said } from '../../../../shared/voting/contract';
import { useCall, usePages } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

/** What residents wrote of a department, appraisal by appraisal, from the day on which everybody sees it. */
export function SaidOfDepartment({ id: subject }: { id: string }) {
  const { data } = useCall(current, {});
  const over = data?.appraisals.filter(({ state }) => SETTLED.includes(state)) ?? [];
  return (
    <>
      {over.map(({ id, title }) => (
        <Said key={id} id={id} title={title} subject={subject} />
      ))}
    </>
  );
}

function Said({ id, title, subject }: { id: string; title: string; subject: string }) {
  const total = usePages(said, { id, subject }).head?.total;
  if (!total) return null;
  return (
    <Card flush className="space-above-4">
      <Cell
        icon="chat"
        title={`${title}：大家写的话`}
        sub={`写给本部门的 ${total} 句`}
        onPress={() => Taro.navigateTo({ url: `/appraisals/pages/said/index?id=${id}&subject=${subject}` })}
      />
    </Card>
  );
}
