import Taro from '@tarojs/taro';
import { said } from '../../../../shared/voting/contract';
import { usePages } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

/** The way to what was written; nothing before it is published. */
export function SaidCell({ id }: { id: string }) {
  const total = usePages(said, { id }).head?.total;
  if (!total) return null;
  return (
    <Card flush className="space-above-4">
      <Cell
        icon="chat"
        title="大家写的话"
        sub={`${total} 句，两个人看过、去掉名字的`}
        onPress={() => Taro.navigateTo({ url: `/appraisals/pages/said/index?id=${id}` })}
      />
    </Card>
  );
}
