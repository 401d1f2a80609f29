import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { deputy as deputyProcedure, findByPlace } from '../../../../../shared/directory/contract';
import { usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { DeputyGrid } from '../../../ui/DeputyGrid';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { WriteSteps } from '../../components/WriteSteps';

/** 说件事: to the deputy in the address, else first to whom. */
export default function Write() {
  const { deputy = '' } = useRouter().params;
  return deputy ? <WriteTo id={deputy} /> : <ToWhom />;
}

function WriteTo({ id }: { id: string }) {
  const { data, error, refetch } = useCall(deputyProcedure, { id });
  if (data?.serving) return <WriteSteps deputy={data} />;
  return (
    <Page>
      <NavBar title="说件事" back />
      {!data && !error && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && (
        <Empty
          title="这位代表的任期到了"
          words={'您可以按村子\n找现在的代表。'}
          action={{
            words: '按村子找代表',
            icon: 'pin',
            onPress: () => Taro.redirectTo({ url: '/directory/pages/place/index' }),
          }}
        />
      )}
    </Page>
  );
}

function ToWhom() {
  const place = usePlace();
  const { data, error, refetch } = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null });
  const choose = (id: string) => Taro.redirectTo({ url: `/requests/pages/write/index?deputy=${id}` });
  return (
    <Page>
      <NavBar title="说件事" back />
      {!place && (
        <Empty
          title="先选您住的村"
          words="选好就看得到您的代表。"
          action={{
            words: '选村子',
            icon: 'pin',
            onPress: () => Taro.navigateTo({ url: '/directory/pages/place/index' }),
          }}
        />
      )}
      {place && error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {place && !(error && !data) && (
        <View className="main">
          <Text className="title mt4">跟哪位代表说？</Text>
          <Text className="sub block mt1">{`这几位都管${place.villageName}的事。`}</Text>
          {data ? (
            <Card className="mt4">
              <DeputyGrid deputies={data.deputies} onOpen={choose} />
            </Card>
          ) : (
            <Skeleton cards={0} faces />
          )}
          <View className="row mt4">
            <Button kind="text" icon="pin" onPress={() => Taro.navigateTo({ url: '/directory/pages/place/index' })}>
              换个村子
            </Button>
          </View>
        </View>
      )}
    </Page>
  );
}
