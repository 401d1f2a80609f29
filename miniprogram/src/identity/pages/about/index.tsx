import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/Card';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';

/** What is so today, in the code; a line that is no longer true is a fault (个人信息保护法 第十七条). */
const PARTS = [
  {
    title: '存了什么',
    lines: [
      '微信给的一个代号，认得出是同一个人，看不出您是谁。',
      '手机号：说第一件事时确认，加了锁存放。',
      '您写的称呼、您说的事、补充和评价。',
      '您住的村记在这台手机里。找代表时只问一下这个村，说事时和事情一起存。',
      '告诉过您的消息，和您上次来的时间。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '您说的事：您找的那位代表和联络站。选了“大家也能看”，也要联络站看过才登，现在还没有登。',
      '您的称呼：照您选的，给代表和联络站，或只给联络站。',
      '您的电话：代表看不到，别人也看不到。您自己只看到头尾几位。',
    ],
  },
  {
    title: '送出去的',
    lines: [
      '您写的话会交给微信查一遍有没有违法内容。',
      '您点过“微信告诉我”，有进展时微信会收到一条提醒。',
      '除了这些，不给别人。',
    ],
  },
  {
    title: '存多久',
    lines: [
      '登录记录：一个月不来就失效，再过一个月删掉。',
      '什么时候、从哪个网络地址打开过：按法律记下来，存一年，里面没有您写的话。',
      '说过的事和一路的经过：长期保存，说过的不会被改掉。',
      '退出这台手机，看过的就从手机里清掉；草稿、住的村和字的大小留着。',
    ],
  },
] as const;

export default function About() {
  return (
    <Page>
      <NavBar title="隐私说明" back />
      <View className="main">
        <Text className="title mt2">您的资料怎么用</Text>
        {PARTS.map(({ title, lines }) => (
          <Card key={title} className="mt3">
            <Text className="head">{title}</Text>
            {lines.map((line) => (
              <Text key={line} className="block mt2">
                {line}
              </Text>
            ))}
          </Card>
        ))}
      </View>
    </Page>
  );
}
