import { Image, Text, View } from '@tarojs/components';
import { myCode } from '../../../../../shared/directory/contract';
import { usePerson } from '../../../platform/person';
import { useCall } from '../../../platform/query';
import { Card } from '../../../ui/Card';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { aria } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import './index.css';

/** The deputy's own code (代表码), to be scanned from this screen. */
export default function MyCode() {
  const { deputy } = usePerson();
  const { data, error, refetch } = useCall(myCode, {});
  return (
    <Page>
      <NavBar title="我的代表码" back />
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {!(error && !data) && (
        <View className="main center">
          <Text className="title space-above-4">{deputy?.deputyName ?? ''}</Text>
          <Text className="secondary block space-above-1">居民用微信扫一扫，就到您这里。</Text>
          {data ? (
            <Card className="space-above-5 paper">
              <View {...aria('img', `${deputy?.deputyName ?? '我'}的代表码`)}>
                <View aria-hidden="true">
                  <Image
                    className="code-image"
                    src={`data:image/png;base64,${data.png}`}
                    mode="widthFix"
                    showMenuByLongpress
                  />
                </View>
              </View>
            </Card>
          ) : (
            <Skeleton cards={2} />
          )}
          <Text className="note block space-above-4">长按可以存下来，印在名片上。</Text>
        </View>
      )}
    </Page>
  );
}
