import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { county as countyProcedure, findByPlace } from '../../../../shared/directory/contract';
import { useAppraisals } from '../../appraisals/tabs/Appraisals';
import { MyDeputies, UnitDeputies } from '../../directory/tabs/MyDeputies';
import { NextReception } from '../../directory/tabs/NextReception';
import { now } from '../../platform/clock';
import { dial } from '../../platform/dial';
import { useHelp } from '../../platform/help';
import { useHost } from '../../platform/patience';
import { usePerson } from '../../platform/person';
import { usePlace, useUnit } from '../../platform/place';
import { useCall } from '../../platform/query';
import { useRolePlace } from '../../platform/role-place';
import { canScan, NOT_SCANNED, scanScene } from '../../platform/scan';
import { OfflineError } from '../../platform/send';
import { MyMatters } from '../../requests/tabs/MyMatters';
import { Offers } from '../../requests/tabs/Offers';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ElderEntry, Hero } from '../../ui/Hero';
import { NetBar } from '../../ui/NetBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PlaceSwitch } from '../../ui/PlaceSwitch';
import { Section } from '../../ui/Section';
import { TabBar } from '../../ui/TabBar';
import './index.css';

const go = (url: string) => Taro.navigateTo({ url });

export default function Home() {
  useRolePlace();
  const place = usePlace();
  const unit = useUnit();
  const county = useCall(countyProcedure, {});
  const help = useHelp();
  const { signedIn, deputy, waiting } = usePerson();
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null });
  const appraisals = useAppraisals();
  const station = found.data?.station;
  const offline = found.error instanceof OfflineError || county.error instanceof OfflineError;
  return (
    <Page
      className="wide has-hero"
      tabs={
        <TabBar
          current="home"
          deputy={deputy !== null}
          waiting={waiting}
          place={
            <>
              <PlaceSwitch />
              <ElderEntry />
            </>
          }
        />
      }
    >
      <Hero county={county.data?.name ?? ''} />
      <View className="main home">
        <Actions phone={help?.phone ?? null} />
        {offline && <NetBar seenAt={found.dataUpdatedAt || county.dataUpdatedAt || now()} />}
        <View className="home-columns">
          <View>
            {signedIn && <Offers />}
            {signedIn && <MyMatters />}
          </View>
          <View>
            <MyDeputies place={place} unit={unit} found={found} />
            {unit && <UnitDeputies unit={unit} />}
          </View>
          <View>
            {(appraisals.length > 0 || station?.nextReception) && (
              <Section title="这阵子的事">
                <Card flush>
                  {appraisals}
                  {station && <NextReception station={station} />}
                </Card>
              </Section>
            )}
          </View>
        </View>
        <Text className="note block center space-above-5">有危险、着火、急病，先打 110、119、120。</Text>
      </View>
    </Page>
  );
}

/** Where nobody scans, one looks for the deputy by village or name. The telephone is an action of its own in 长辈版. */
function Actions({ phone }: { phone: string | null }) {
  const { said, ask } = useHost(NOT_SCANNED);
  const scan = () =>
    ask(scanScene(), (scene) => scene !== null && go(`/directory/pages/code/index?scene=${encodeURIComponent(scene)}`));
  const actions = (
    <View className="home-actions">
      <Button icon="pen" onPress={() => go('/requests/pages/write/index')}>
        说件事
      </Button>
      {phone && (
        <View className="elder-only">
          <Button kind="second" icon="phone" onPress={() => dial(phone)}>
            打电话
          </Button>
        </View>
      )}
      {canScan ? (
        <Button kind="second" icon="scan" onPress={scan}>
          扫代表码
        </Button>
      ) : (
        <Button kind="second" icon="search" onPress={() => go('/directory/pages/place/index')}>
          找代表
        </Button>
      )}
    </View>
  );
  return (
    <>
      {actions}
      {said && (
        <View className="space-above-3">
          <Notice tone="wait">{said}</Notice>
        </View>
      )}
    </>
  );
}
