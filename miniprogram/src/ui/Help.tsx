import Taro from '@tarojs/taro';
import { useHelp } from '../platform/help';
import { countyKindHere } from '../platform/kind';
import { Button } from './Button';

/** Somebody to ask, where a screen leads no further. */
export function Help() {
  const help = useHelp();
  if (!help) return null;
  return (
    <Button kind="second" icon="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: help.phone })}>
      {help.station ? '打电话给联络站' : `打电话给${countyKindHere()}人大`}
    </Button>
  );
}
