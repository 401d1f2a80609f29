import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { subscribe, templates } from '../../../../../shared/notifications/subscribing';
import { useAct } from '../../../platform/act';
import { useHost } from '../../../platform/patience';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { askToSubscribe, canSubscribe } from '../../../platform/subscribe';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Done } from '../../../ui/Done';
import { Empty } from '../../../ui/Empty';
import { Icon } from '../../../ui/Icon';
import { NavBar } from '../../../ui/NavBar';
import { NextSteps } from '../../../ui/NextSteps';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { aria } from '../../../ui/Press';
import { NumberCard } from '../../components/ReceiptCards';
import { type Receipt, receiptOf } from '../../components/receipt';
import '../../../ui/check.scss';

const toMine = () => Taro.switchTab({ url: '/pages/mine/index' });

/** It arrived: the number to read out, what comes next, and whether WeChat may tell. */
export default function Sent() {
  const { id = '' } = useRouter().params;
  const receipt = receiptOf(id);
  return (
    <Page>
      <NavBar back={toMine} />
      {receipt ? (
        <Arrived receipt={receipt} />
      ) : (
        <Empty
          help
          title="这件事在“我的事”里"
          words="编号和进展都能看到。"
          action={{ words: '去看我的事', icon: 'mine', onPress: toMine }}
        />
      )}
    </Page>
  );
}

function Arrived({ receipt }: { receipt: Receipt }) {
  const { id, trackingNumber, deputyName, stationName, dueOn, withOffice } = receipt;
  const deputy = deputyTitle(deputyName);
  // To all of them: nobody has it yet.
  const seen = deputyName ? `${deputy}看得到了` : '村里的代表都看得到，谁先接谁回';
  const next = withOffice
    ? ([
        ['今天', '像是检举、控告，只有县人大办公室看得到'],
        [`最晚 ${sayDay(dueOn)}`, '告诉您怎么办，或该去哪里说'],
      ] as const)
    : ([
        ['今天', `${stationName ?? '联络站'}已经登记，${seen}`],
        [`最晚 ${sayDay(dueOn)}`, `${deputy}回话，到这里和消息里都能看到`],
        ['回话后', '请您说解决了没有。您点头，才算办完'],
      ] as const);
  const who = withOffice ? '县人大办公室' : deputyName ? deputy : '村里的代表';
  return (
    <>
      <View className="main center">
        <Done title="送到了" />
        <Text className="secondary block">{`${who}${stationName ? `和${stationName}` : ''}已经收到`}</Text>
        <NumberCard label="编号，打电话问时报这个" trackingNumber={trackingNumber} />
        <Card className="space-above-3 left">
          <Text className="heading">接下来</Text>
          <View className="space-above-3">
            <NextSteps rows={next} />
          </View>
        </Card>
      </View>
      <ActionBar clear column>
        {canSubscribe && <TellMe />}
        <Button
          wide
          kind={canSubscribe ? 'second' : 'main'}
          onPress={() => Taro.redirectTo({ url: `/requests/pages/follow/index?id=${id}` })}
        >
          看看这件事
        </Button>
      </ActionBar>
    </>
  );
}

const NOT_ASKED = '微信没有问成。不要紧，进展在“我的事”里都看得到。';

/** WeChat asks only inside a tap, and one yes is one message. */
function TellMe() {
  const known = useCall(templates, {}).data?.templates;
  const act = useAct(subscribe);
  const [asked, setAsked] = useState(false);
  const { said, setSaid, ask } = useHost(NOT_ASKED);
  const askWeChat = () =>
    ask(askToSubscribe(known ?? [], 'progress'), (choices) => {
      if (!choices.length) return setSaid(NOT_ASKED);
      setAsked(choices.some(({ result }) => result === 'accept'));
      void act.send({ choices });
    });
  if (asked) {
    return (
      <View className="center text-ok" {...aria('status')}>
        <Icon name="check" /> 有进展，微信会告诉您
      </View>
    );
  }
  return (
    <>
      {said && <Notice tone="wait">{said}</Notice>}
      <Button wide icon="bell" disabled={!known} onPress={askWeChat}>
        有进展，微信告诉我
      </Button>
    </>
  );
}
