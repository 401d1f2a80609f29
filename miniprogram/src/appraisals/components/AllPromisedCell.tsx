import Taro from '@tarojs/taro';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

/** The way to what all departments promised; nothing while none did. */
export function AllPromisedCell({ id, count }: { id: string; count: number }) {
  if (!count) return null;
  return (
    <Card flush className="space-above-3">
      <Cell
        icon="shield"
        title="各部门答应改的"
        sub={`一共 ${count} 件，做到了没有`}
        onPress={() => Taro.navigateTo({ url: `/appraisals/pages/promised/index?id=${id}` })}
      />
    </Card>
  );
}
