import { Text } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { declineHandover } from '../../../../../shared/requests/contract';
import { useForm } from '../../../platform/useForm';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ReasonForm } from '../../components/ReasonForm';

const toInbox = () => Taro.switchTab({ url: '/pages/mine/index' });

/** A deputy of another level does not take what they were handed, and says why: whoever gave it has it again. */
export default function Decline() {
  const { id = '' } = useRouter().params;
  const form = useForm<{ words: string }>(
    `decline.${id}`,
    { words: '' },
    { refreshes: ['requests', 'notifications'], onArrived: toInbox },
  );
  return (
    <Page>
      <NavBar title="不接，退回去" back />
      <ReasonForm
        form={form}
        asks="为什么不接"
        placeholder="比如：这条路不归市里管"
        lack="写一句为什么不接，居民会看到。"
        button="退回去"
        busy="正在退…"
        onSend={() => void form.send(declineHandover, { id, words: form.value.words }, toInbox)}
      >
        <Text className="secondary block">退给转来的代表，日子接着走。居民和联络站会看到您为什么不接。</Text>
      </ReasonForm>
    </Page>
  );
}
