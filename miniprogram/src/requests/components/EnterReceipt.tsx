import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { deputyTitle } from '../../../../shared/kernel/names';
import { sayDay } from '../../platform/say';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Done } from '../../ui/Done';
import { NavBar } from '../../ui/NavBar';
import { NextSteps } from '../../ui/NextSteps';
import { Page } from '../../ui/Page';
import { NumberCard } from './ReceiptCards';
import type { Receipt } from './receipt';

/** What the neighbour takes home: the number, who has it and until when. */
export type Entered = { receipt: Receipt; name: string; withPhone: boolean };

export function EnterReceipt({ entered, onAgain }: { entered: Entered; onAgain: () => void }) {
  const { receipt, name, withPhone } = entered;
  const { id, trackingNumber, deputyName, stationName, dueOn } = receipt;
  const whose = deputyName ? deputyTitle(deputyName) : '村里的代表';
  const next = [
    ['在谁手里', deputyName ? whose : '村里的代表都看得到，谁先接谁回'],
    ['最晚', `${sayDay(dueOn)}答复`],
    ['有了回话', withPhone ? '告诉他一声。他用微信确认手机号，说是他的，自己也能看' : '告诉他一声，替他说解决了没有'],
  ] as const;
  return (
    <Page>
      <NavBar back />
      <View className="main center">
        <Done title="登记好了" />
        <Text className="secondary block">{`${whose}${stationName ? `和${stationName}` : ''}已经收到`}</Text>
        <NumberCard label={`请${name}记下编号，打电话问时报这个`} trackingNumber={trackingNumber} />
        <Card className="space-above-3 left">
          <NextSteps rows={next} />
        </Card>
      </View>
      <ActionBar clear column>
        <Button wide onPress={onAgain}>
          再登记一件
        </Button>
        <Button wide kind="second" onPress={() => Taro.redirectTo({ url: `/requests/pages/follow/index?id=${id}` })}>
          看看这件事
        </Button>
      </ActionBar>
    </Page>
  );
}
