import Taro from '@tarojs/taro';
import { secondFactor } from '../../../../../shared/identity/contract';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { CONSOLE_PAGES } from '../../ui/pages';

/** To one's own second factor (动态码), for who has one. */
export function OwnFactor() {
  const { data } = useCall(secondFactor, {});
  if (!data?.since) return null;
  return (
    <Button kind="line" icon="shield" onPress={() => Taro.navigateTo({ url: CONSOLE_PAGES.secondFactor })}>
      {`我的动态码，备用码还有 ${data.backupLeft} 个`}
    </Button>
  );
}
