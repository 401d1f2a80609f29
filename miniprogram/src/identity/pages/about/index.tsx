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
      '您加的照片。照片里记的拍摄地点，存之前去掉。',
      '您住的村记在这台手机里。找代表时只问一下这个村，说事时和事情一起存。',
      '告诉过您的消息，和您上次来的时间。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '您说的事和照片：您找的那位代表、联络站、人大办公室。他不在，或者您说哪位代表都行，村里别的代表也看得到，好先接。',
      '代表任期到了，就看不到您说的事了。您撤回的事，代表也看不到，联络站留底。',
      '别人替您登记的：登记的人也看得到。您用微信确认以后说的话，登记的人看不到，联络站看得到。',
      '选了“大家也能看”：联络站看过就登公开栏，谁都看得到。照片和回话也登，不写名字。想法变了，在这件事里点“不让大家看了”。',
      '您的称呼：联络站、人大办公室看得到。代表看不看得到，照您选的；村里别的代表看不到。',
      '您的电话：代表和部门看不到。联络站要打给您，先写理由才看得到，您马上知道是谁、为什么。您自己只看到头尾几位。',
    ],
  },
  {
    title: '送出去的',
    lines: [
      '您写的话和照片，会交给微信查一遍有没有违法内容。',
      '您点过“微信告诉我”，有进展时微信会收到一条提醒。',
      '除了这些，不给别人。',
    ],
  },
  {
    title: '您可以',
    lines: [
      '在“我”里点“我的资料”：看存了什么，拷一份，改名字和手机号，全部删掉，看谁看过您的电话。',
      '不满 14 岁的，请和家长一起用，由家长的手机号确认。',
    ],
  },
  {
    title: '存多久',
    lines: [
      '登录记录：一个月不来就失效，再过一个月删掉。',
      '什么时候、从哪个网络地址打开过：按法律记下来，存一年，里面没有您写的话。',
      '说过的事和一路的经过：长期保存，说过的不会被改掉。您删资料时，名字和电话抹掉。',
      '退出这台手机，看过的就从手机里清掉；草稿、住的村和字的大小留着。',
    ],
  },
] as const;

export default function About() {
  return (
    <Page>
      <NavBar title="隐私说明" back />
      <View className="main">
        <Text className="title space-above-2">您的资料怎么用</Text>
        {PARTS.map(({ title, lines }) => (
          <Card key={title} className="space-above-3">
            <Text className="heading">{title}</Text>
            {lines.map((line) => (
              <Text key={line} className="block space-above-2">
                {line}
              </Text>
            ))}
          </Card>
        ))}
      </View>
    </Page>
  );
}
