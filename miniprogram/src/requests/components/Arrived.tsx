import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { spellTrackingNumber } from '../../../../shared/kernel/ids';
import { submit } from '../../../../shared/requests/contract';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { Receipt } from './receipt';

/** What the server says of the matter that arrived; null where it does not. */
export function arrivedReceipt(first: unknown): Receipt | null {
  return submit.reply.safeParse(first).data ?? null;
}

/** A matter arrived, only the reply was lost; what was changed since is not sent, and seldom a matter of its own. */
export function ArrivedNotice({ first }: { first: unknown }) {
  const receipt = arrivedReceipt(first);
  return (
    <View className="space-above-4">
      <Notice tone="ok">
        <Text className="strong block">
          {`刚才那件已经送到了${receipt ? `，编号 ${spellTrackingNumber(receipt.trackingNumber)}` : ''}。`}
        </Text>
        后来改的还没送。想补一句，就到那件里补；是另一件事，才另外送。
      </Notice>
    </View>
  );
}

/** `list`: where it is found when the server does not say which it is. */
export function SeeArrived({ first, list }: { first: unknown; list: string }) {
  const receipt = arrivedReceipt(first);
  const url = receipt ? `/requests/pages/follow/index?id=${receipt.id}` : list;
  return (
    <Button wide onPress={() => (url.startsWith('/pages/') ? Taro.switchTab({ url }) : Taro.navigateTo({ url }))}>
      去看那件
    </Button>
  );
}
