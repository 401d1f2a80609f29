import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { AskByPhone } from '../../directory/tabs/AskByPhone';
import { Leave } from '../../identity/tabs/Leave';
import { MyRoles } from '../../identity/tabs/MyRoles';
import { WhoIAm } from '../../identity/tabs/WhoIAm';
import { MessagesCell, useUnread } from '../../notifications/tabs/MessagesCell';
import { chooseSize, useDisplay } from '../../platform/display';
import { usePerson } from '../../platform/person';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { SizePick } from '../../ui/SizePick';
import { Switch } from '../../ui/Switch';
import { TabBar } from '../../ui/TabBar';

const go = (url: string) => Taro.navigateTo({ url });

export default function Me() {
  const { signedIn, me, deputy, waiting } = usePerson({ signIn: true });
  const unread = useUnread(signedIn);
  return (
    <Page className="wide" tabs={<TabBar current="me" deputy={deputy !== null} waiting={waiting} />}>
      <NavBar title="我" />
      <View className="main columns">
        <View>
          <WhoIAm me={me} deputyName={deputy?.deputyName ?? null} />
          <Reading />
        </View>
        <View>
          {me && <MyRoles me={me} />}
          <Section title="消息和说明">
            <Card flush>
              {me && <MessagesCell unread={unread} />}
              <Cell
                icon="shield"
                title="隐私说明"
                sub="存了什么，谁能看到"
                onPress={() => go('/identity/pages/about/index')}
              />
              {me && (
                <Cell
                  icon="mine"
                  title="我的资料"
                  sub="看、拷、改、删，谁看过我的电话"
                  onPress={() => go('/identity/pages/own-data/index')}
                />
              )}
              {me && (
                <Cell
                  icon="plus"
                  title="领身份"
                  sub="代表、工作人员：确认手机号，或用邀请码"
                  onPress={() => go('/identity/pages/roles/index')}
                />
              )}
              {me && (
                <Cell
                  icon="me"
                  title="登录的手机和电脑"
                  sub="丢了手机，在这里让它退出"
                  onPress={() => go('/identity/pages/sessions/index')}
                />
              )}
              <AskByPhone />
            </Card>
          </Section>
          {me && <Leave />}
        </View>
      </View>
    </Page>
  );
}

function Reading() {
  const { elder } = useDisplay();
  return (
    <Card>
      <View className="row between">
        <View className="grow">
          <Text className="heading">长辈版</Text>
          <Text className="secondary block">字大、按钮大、东西少</Text>
        </View>
        <Switch label="长辈版" on={elder} onChange={(on) => chooseSize(on ? 'elder' : 'normal')} />
      </View>
      <SizePick />
    </Card>
  );
}
