import { Text } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { stepAside } from '../../../../../shared/assignments/contract';
import { WORKABLE } from '../../../../../shared/assignments/values';
import { useForm } from '../../../platform/useForm';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ReasonForm } from '../../components/ReasonForm';

const toHome = () => Taro.switchTab({ url: '/pages/home/index' });

/** Who has a part in a matter that they work on says so (回避), and does not read it any more. */
export default function StepAside() {
  const { id = '', context: given } = useRouter().params;
  const context = WORKABLE.find((one) => one === given);
  const [done, setDone] = useState(false);
  const form = useForm<{ words: string }>(
    `${stepAside.name}.${id}`,
    { words: '' },
    { refreshes: ['requests', 'assignments', 'suggestions', 'notifications'], onArrived: () => setDone(true) },
  );
  return (
    <Page>
      <NavBar title="这件我要回避" back />
      {done ? (
        <Empty
          title="您回避了"
          words={'同事接着办。要取消，\n请人大办公室的另一位同事。'}
          action={{ words: '回首页', icon: 'home', onPress: toHome }}
        />
      ) : context ? (
        <ReasonForm
          form={form}
          asks="为什么"
          placeholder="比如：说的是我家门口的事"
          lack="写一句为什么。"
          button="我回避"
          busy="正在送…"
          onSend={() => void form.send(stepAside, { context, id, words: form.value.words }, () => setDone(true))}
        >
          <Text className="block">跟自己、家里人有关系的事，请同事办。</Text>
          <Text className="secondary block space-above-2">
            点了以后，这件您就看不到、也办不了了。居民不会知道，人大办公室看得到。
          </Text>
        </ReasonForm>
      ) : (
        <Empty help title="没找到这件事" words={'可能网址不全，\n从那件事里再点一次。'} />
      )}
    </Page>
  );
}
