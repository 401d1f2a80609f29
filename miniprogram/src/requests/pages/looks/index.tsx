import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { county } from '../../../../../shared/directory/contract';
import { dayOf } from '../../../../../shared/kernel/days';
import { type PhoneLook, phoneLooks } from '../../../../../shared/requests/contract';
import { sayLookReason } from '../../../../../shared/requests/looks';
import { today } from '../../../platform/clock';
import { dial } from '../../../platform/dial';
import { useCountyKind } from '../../../platform/kind';
import { useCall, usePages } from '../../../platform/query';
import { sayRecent, sayTime, together } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { More } from '../../../ui/More';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ownDirection, Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import './index.scss';

/** 谁看过我的电话: who, for which place, when, why and for which matter, the last first. */
export default function Looks() {
  const looks = usePages(phoneLooks, {});
  const phone = useCall(county, {}).data?.phone;
  const kind = useCountyKind();
  const { items, data, error } = looks;
  return (
    <Page>
      <NavBar title="谁看过我的电话" back />
      {error instanceof OfflineError && data && <NetBar seenAt={looks.dataUpdatedAt} />}
      {error && !data && <ProblemPage error={error} onRetry={() => looks.refetch()} />}
      <View className="main">
        {looks.isPending && <Skeleton cards={2} />}
        {data && (
          <>
            <Text className="title space-above-3">{sayHowOften(items, looks.head?.thisYear ?? 0)}</Text>
            <Text className="secondary block space-above-1">没写理由的，看不到您的电话。</Text>
            {items.length > 0 && (
              <Card flush className="space-above-4">
                {items.map((look) => (
                  <Look key={look.id} look={look} />
                ))}
              </Card>
            )}
            <More {...looks} />
            <View className="space-above-4">
              <Notice tone="plain" icon="lock">
                部门和代表看不到您的电话，要找您只能请联络站打。
              </Notice>
            </View>
            <Text className="note block space-above-4">这里的每一条谁也删不掉。</Text>
          </>
        )}
      </View>
      {phone && items.length > 0 && (
        <ActionBar>
          <Button kind="line" grow icon="flag" onPress={() => dial(phone)}>
            {`觉得哪次不该看，打给${kind}人大`}
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}

function sayHowOften(items: readonly PhoneLook[], thisYear: number): string {
  if (!items.length) return '还没有人看过';
  return together(`今年 ${thisYear} 次`);
}

function Look({ look: { at, by, from, reason, words, request } }: { look: PhoneLook }) {
  const instant = new Date(at);
  return (
    <View className="look">
      <Text className="strong block">{by ? `${from} ${by}` : `${from}（名册上没写名字）`}</Text>
      <Text className="note block">{`${sayRecent(dayOf(instant), today())} ${sayTime(instant)}`}</Text>
      <Text className="secondary block space-above-1" {...ownDirection}>
        {`理由：${sayLookReason(reason)}。${words}`}
      </Text>
      <Press
        className="look-matter"
        role="link"
        label={`为：${request.title}`}
        onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${request.id}` })}
      >
        <Text className="said">{`为：${request.title}`}</Text>
      </Press>
    </View>
  );
}
