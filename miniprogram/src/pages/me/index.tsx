import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { county as countyProcedure, findByPlace } from '../../../../shared/directory/contract';
import type { Me as Person } from '../../../../shared/identity/contract';
import { unread } from '../../../../shared/notifications/contract';
import { chooseSize, useDisplay } from '../../platform/display';
import { usePerson } from '../../platform/person';
import { usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { canSignIn } from '../../platform/session';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { SizePick } from '../../ui/SizePick';
import { Switch } from '../../ui/Switch';
import { TabBar } from '../../ui/TabBar';
import { Tag } from '../../ui/Tag';
import { Leave } from './Leave';
import { MyRoles } from './MyRoles';

const go = (url: string) => Taro.navigateTo({ url });

export default function Me() {
  const { signedIn, me, deputy, waiting } = usePerson({ signIn: true });
  const news = useCall(unread, {}, { enabled: signedIn }).data?.count ?? 0;
  return (
    <Page>
      <NavBar title="我" />
      <View className="main">
        <Head me={me} deputyName={deputy?.deputyName ?? null} />
        <Reading />
        {me && <MyRoles me={me} />}
        <Section title="消息和说明">
          <Card flush>
            {me && (
              <Cell
                icon="bell"
                title="消息"
                right={
                  news > 0 ? (
                    <Tag icon="bell" tone="accent">
                      {`${news} 条没看`}
                    </Tag>
                  ) : (
                    '有进展才发'
                  )
                }
                onPress={() => go('/notifications/pages/list/index')}
              />
            )}
            <Cell
              icon="shield"
              title="隐私说明"
              sub="存了什么，谁能看到"
              onPress={() => go('/identity/pages/about/index')}
            />
            {me && (
              <Cell
                icon="plus"
                title="领身份"
                sub="代表、监督员、工作人员用邀请码"
                onPress={() => go('/identity/pages/roles/index')}
              />
            )}
            <AskByPhone />
          </Card>
        </Section>
        {me && <Leave />}
      </View>
      <TabBar current="me" deputy={deputy !== null} waiting={waiting} />
    </Page>
  );
}

function Head({ me, deputyName }: { me: Person | undefined; deputyName: string | null }) {
  const place = usePlace();
  const name = deputyName ?? me?.name ?? (me ? '居民' : '您好');
  const under = [me?.maskedPhone, place && `${place.townName}${place.villageName}`].filter(Boolean).join(' · ');
  const nothingKnown = canSignIn() ? '说第一件事的时候，再确认手机号' : '您的事，请在微信里打开看';
  return (
    <View className="mehead">
      <View className="me-i" aria-hidden="true">
        {[...name][0]}
      </View>
      <View className="grow">
        <Text className="title">{name}</Text>
        <Text className="sub block">{under || nothingKnown}</Text>
      </View>
    </View>
  );
}

/** The station of the person's village; the county's congress while the village is not known. */
function AskByPhone() {
  const place = usePlace();
  const county = useCall(countyProcedure, {}).data;
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null }).data;
  const station = found?.station;
  const phone = station?.phone ?? county?.phone;
  if (!phone) return null;
  return (
    <Cell
      icon="phone"
      title={`问一问，打电话给${station ? '联络站' : '县人大'}`}
      sub={station?.name}
      onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}
    />
  );
}

function Reading() {
  const { elder } = useDisplay();
  return (
    <Card>
      <View className="row between">
        <View className="grow">
          <Text className="head">长辈版</Text>
          <Text className="sub block">字大、按钮大、东西少</Text>
        </View>
        <Switch label="长辈版" on={elder} onChange={(on) => chooseSize(on ? 'elder' : 'normal')} />
      </View>
      <SizePick />
    </Card>
  );
}
