import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { lengthOf, REASON } from '../../../../../shared/kernel/text';
import { declineHandover } from '../../../../../shared/requests/contract';
import { sayUnsent } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { WordArea } from '../../../ui/WordArea';

const AWAY = '现在送不出去，有网了再点一次，只算一次。';
const toInbox = () => Taro.switchTab({ url: '/pages/mine/index' });

/** A deputy of another level does not take what they were handed, and says why: whoever gave it has it again. */
export default function Decline() {
  const { id = '' } = useRouter().params;
  const form = useForm<{ words: string }>(
    `decline.${id}`,
    { words: '' },
    { refreshes: ['requests', 'notifications'], onArrived: toInbox },
  );
  const { words } = form.value;
  const [pressed, setPressed] = useState(false);
  const why = lengthOf(words.trim()) < REASON[0] ? '写一句为什么不接，居民会看到。' : null;
  const send = () => {
    setPressed(true);
    if (!why) void form.send(declineHandover, { id, words }, toInbox);
  };
  return (
    <Page>
      <NavBar title="不接，退回去" back />
      <View className="main">
        <Text className="secondary block">退给转来的代表，日子接着走。居民和联络站会看到您为什么不接。</Text>
        <Text className="heading space-above-5">为什么不接？</Text>
        <View className="space-above-3">
          <WordArea
            short
            label="为什么不接"
            placeholder="比如：这条路不归市里管"
            maxLength={REASON[1]}
            value={words}
            saved
            fault={form.error && sayUnsent(form.error, AWAY)}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow busy={form.isPending && '正在退…'} onPress={send}>
          退回去
        </Button>
      </ActionBar>
    </Page>
  );
}
