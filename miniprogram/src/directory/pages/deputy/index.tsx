import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import {
  county as countyProcedure,
  type DeputyPage,
  deputy as deputyProcedure,
  type Station,
} from '../../../../../shared/directory/contract';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { rememberJurisdiction } from '../../../platform/county';
import { dial } from '../../../platform/dial';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { DateLeaf } from '../../../ui/DateLeaf';
import { Fold } from '../../../ui/Fold';
import { Icon } from '../../../ui/Icon';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { StationCard } from '../../components/StationCard';
import '../../../ui/Cell.css';
import './index.css';
import '../../../ui/check.scss';

export default function Deputy() {
  const { id = '', from } = useRouter().params;
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(deputyProcedure, { id });
  const county = useCall(countyProcedure, {}).data;
  return (
    <Page className="wide">
      <NavBar title="代表" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {isPending && (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
      {data && (
        <>
          <View className="main columns">
            <View>
              {from && <OtherCounty name={county?.name ?? ''} from={from} />}
              <Badge deputy={data} county={county?.name ?? ''} />
              {!data.serving && (
                <Notice tone="wait" icon="info">
                  这位代表的任期到了。可以按村子找现在的代表。
                </Notice>
              )}
              {data.serving && data.awayUntil && (
                <View className="space-above-3">
                  <Notice tone="wait" icon="clock">
                    {`${deputyTitle(data.name)}外出到 ${sayDay(data.awayUntil)}。可以照样说，同村的代表会先接；急的打联络站。`}
                  </Notice>
                </View>
              )}
              {data.serving && data.station?.nextReception && <NextReception station={data.station} />}
            </View>
            <View>
              {data.serving && <WhatToSay />}
              {data.station && <StationCard station={data.station} />}
            </View>
          </View>
          <Actions deputy={data} />
        </>
      )}
    </Page>
  );
}

/** The code belonged to another county, so the phone looks at that one now; one press leads back. */
function OtherCounty({ name, from }: { name: string; from: string }) {
  const back = () => {
    rememberJurisdiction(from);
    Taro.switchTab({ url: '/pages/home/index' });
  };
  return (
    <View className="space-above-3">
      <Notice>
        <Text className="block">{`这是${name}的代表码，现在看的是${name}。`}</Text>
        <Button small kind="second" icon="undo" onPress={back}>
          换回原来的地方
        </Button>
      </Notice>
    </View>
  );
}

function Actions({ deputy: { id, name, serving, station } }: { deputy: DeputyPage }) {
  if (!serving) {
    return (
      <ActionBar>
        <Button grow icon="pin" onPress={() => Taro.navigateTo({ url: '/directory/pages/place/index' })}>
          按村子找代表
        </Button>
      </ActionBar>
    );
  }
  return (
    <ActionBar>
      {station && (
        <Button kind="line" icon="phone" label="打电话给联络站" onPress={() => dial(station.phone)}>
          联络站
        </Button>
      )}
      <Button grow icon="pen" onPress={() => Taro.navigateTo({ url: `/requests/pages/write/index?deputy=${id}` })}>
        {`跟${deputyTitle(name)}说件事`}
      </Button>
    </ActionBar>
  );
}

function NextReception({ station }: { station: Station }) {
  const { nextReception, name, address } = station;
  if (!nextReception) return null;
  return (
    <Card className="space-above-3">
      <View className="row top">
        <DateLeaf day={nextReception.day} />
        <View className="grow">
          <Text className="strong block">下次当面聊</Text>
          <Text className="secondary block">{`${nextReception.from} 到 ${nextReception.to}`}</Text>
          <Text className="secondary block">{`${name}（${address}）`}</Text>
        </View>
      </View>
    </Card>
  );
}

const YES = [
  ['大家的事', '：路、灯、水、桥、垃圾、看病、上学、养老'],
  ['哪个部门办得不好', '，该管没管'],
  ['您的主意', '：政府该办什么'],
] as const;

/** 代表法 第三十一条、第五十九条: a deputy does not handle single cases or interfere in them. */
const NO = [
  '打官司、判决的事，找法院',
  '举报谁违法违纪，找纪委监委 12388',
  '急的事：110、119、120',
  '家里的私事，找村里调解',
];

function WhatToSay() {
  const [shown, setShown] = useState(false);
  return (
    <Card className="space-above-3">
      <Text className="heading">什么事可以跟代表说</Text>
      <View className="space-above-3">
        {YES.map(([strong, rest]) => (
          <View key={strong} className="deputy-does">
            <Icon name="check" />
            <View className="grow">
              <Text className="strong">{strong}</Text>
              {rest}
            </View>
          </View>
        ))}
      </View>
      <Fold onPress={() => setShown(!shown)}>
        <Icon name="info" />
        <Text className={`grow ${shown ? 'emphasis' : ''}`}>哪些事代表不能办，该找谁</Text>
        {shown ? <Text>收起</Text> : <Icon name="down" className="arrow" />}
      </Fold>
      {shown && (
        <View className="space-above-6">
          {NO.map((words) => (
            <View key={words} className="deputy-does not">
              <Icon name="info" />
              <Text className="grow">{words}</Text>
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}
