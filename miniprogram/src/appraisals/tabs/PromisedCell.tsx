import Taro from '@tarojs/taro';
import { Cell } from '../../ui/Cell';

/** 答应改的事: the way to what departments promised after the newest appraisal. */
export function PromisedCell() {
  return (
    <Cell
      icon="shield"
      title="部门答应改的事"
      sub="做到了没有"
      onPress={() => Taro.navigateTo({ url: '/appraisals/pages/promised/index' })}
    />
  );
}
