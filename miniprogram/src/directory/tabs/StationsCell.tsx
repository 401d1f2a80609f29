import Taro from '@tarojs/taro';
import { useCountyKind } from '../../platform/kind';
import { Cell } from '../../ui/Cell';

/** To all stations of the county. */
export function StationsCell() {
  const kind = useCountyKind();
  const open = () => Taro.navigateTo({ url: '/directory/pages/stations/index' });
  return <Cell icon="phone" title={`全${kind}联络站`} sub="在哪里，几点有人，电话" onPress={open} />;
}
