import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type InboxItem, inbox } from '../../../../../shared/requests/contract';
import { isIn, REFERRED, WITH_DEPARTMENT } from '../../../../../shared/requests/states';
import { HOLDER_WORDS } from '../../../../../shared/requests/words';
import { sayDay } from '../../../platform/say';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { PagedList } from '../../../ui/PagedList';
import { ownDirection, Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import { StateTag } from '../../tabs/StateTag';
import { useGroup } from '../../tabs/useGroup';
import '../../../ui/mail.css';
import '../../../ui/swap.scss';

const NOTHING = { title: '没有转出去的', words: '归部门管的事，请站里转，\n转了以后在这里看得到。' };

/** 转出去的: what a deputy asked the station to find a department for, until that one answered. */
export default function Referred() {
  return (
    <Page>
      <NavBar title="转出去的" back />
      <View className="main">
        <PagedList nothing={NOTHING} lists={useGroup(inbox, REFERRED)}>
          {(item) => <Row key={item.id} item={item} />}
        </PagedList>
      </View>
    </Page>
  );
}

function Row({ item }: { item: InboxItem }) {
  const { id, title, state, dueOn, departmentName = null, villageName } = item;
  return (
    <Press
      className="mail"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
    >
      <View className="mail-title">
        <Text className="grow said" {...ownDirection}>
          {title}
        </Text>
        <Text className="note">{villageName}</Text>
      </View>
      <Text className="secondary block">{HOLDER_WORDS[state](null, departmentName)}</Text>
      <View className="mail-meta">
        <StateTag item={item} who="居民">
          <Tag icon={isIn(state, WITH_DEPARTMENT) ? 'swap' : 'clock'}>{`最晚 ${sayDay(dueOn)}`}</Tag>
        </StateTag>
      </View>
    </Press>
  );
}
