import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { findByPlace } from '../../../../shared/directory/contract';
import { usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { DeputyGrid } from '../../ui/DeputyGrid';
import { Empty } from '../../ui/Empty';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';
import type { Whom } from './useDraft';

const choosePlace = () => Taro.navigateTo({ url: '/directory/pages/place/index' });

type Props = {
  /** The village the matter is of, where that is known already. */
  village?: string;
  onChoose: (whom: Whom, village: string) => void;
  onBack: () => void;
};

/** One of the village's deputies, or whoever takes it first. */
export function ToWhom({ village, onChoose, onBack }: Props) {
  const place = usePlace();
  const code = village ?? place?.village;
  const { data, error, refetch } = useCall(findByPlace, { village: code ?? '' }, { enabled: code !== undefined });
  const choose = (id: string) => {
    const deputy = data?.deputies.find((one) => one.id === id);
    if (deputy && code) onChoose(deputy, code);
  };
  return (
    <Page>
      <NavBar title="说件事" back={onBack} />
      {!code && (
        <Empty
          title="先选您住的村"
          words="选好就看得到您的代表。"
          action={{ words: '选村子', icon: 'pin', onPress: choosePlace }}
        />
      )}
      {code && error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {code && !(error && !data) && (
        <View className="main">
          <Text className="title space-above-4">跟哪位代表说？</Text>
          <Text className="secondary block space-above-1">
            {data ? `这几位都管${data.village.name}的事。` : '正在找您的代表。'}
          </Text>
          {!data && <Skeleton cards={1} faces />}
          {data && data.deputies.length === 0 && (
            <View className="space-above-4">
              <Notice>这个村的代表名单还没有登上来，可以打电话问联络站。</Notice>
            </View>
          )}
          {data && data.deputies.length > 0 && (
            <>
              <Card flush className="space-above-4">
                <Cell
                  icon="chat"
                  title="哪位代表都行"
                  sub="村里的代表都看得到，谁先接谁回"
                  onPress={() => onChoose(null, code)}
                />
              </Card>
              <Text className="heading space-above-5">或者点一位</Text>
              <Card className="space-above-3">
                <DeputyGrid deputies={data.deputies} onOpen={choose} />
              </Card>
            </>
          )}
          {!village && (
            <View className="row space-above-4">
              <Button kind="text" icon="pin" onPress={choosePlace}>
                换个村子
              </Button>
            </View>
          )}
        </View>
      )}
    </Page>
  );
}
