import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import {
  county as countyProcedure,
  type DeputySummary,
  findByPlace,
  findByUnit,
} from '../../../../shared/directory/contract';
import { useDisplay } from '../../platform/display';
import { usePerson } from '../../platform/person';
import { type MyUnit, type Place, usePlace, useUnit } from '../../platform/place';
import { useCall } from '../../platform/query';
import { canScan, scanScene } from '../../platform/scan';
import { OfflineError } from '../../platform/send';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { DateLeaf } from '../../ui/DateLeaf';
import { DeputyGrid } from '../../ui/DeputyGrid';
import { ElderEntry, Hero } from '../../ui/Hero';
import { Icon } from '../../ui/Icon';
import { NetBar } from '../../ui/NetBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PlaceSwitch } from '../../ui/PlaceSwitch';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { TabBar } from '../../ui/TabBar';
import { MyMatters } from './MyMatters';

const go = (url: string) => Taro.navigateTo({ url });
const choosePlace = () => go('/directory/pages/place/index');
const openDeputy = (id: string) => go(`/directory/pages/deputy/index?id=${id}`);

export default function Home() {
  const place = usePlace();
  const unit = useUnit();
  const county = useCall(countyProcedure, {});
  const { signedIn, deputy, waiting } = usePerson();
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null });
  const offline = found.error instanceof OfflineError || county.error instanceof OfflineError;
  return (
    <Page className="wide has-hero">
      <Hero county={county.data?.name ?? ''} />
      <View className="main home">
        <Actions phone={found.data?.station?.phone ?? county.data?.phone ?? null} />
        {offline && <NetBar seenAt={found.dataUpdatedAt || county.dataUpdatedAt || Date.now()} />}
        <View className="columns">
          <View>{signedIn && <MyMatters />}</View>
          <View>
            <Deputies place={place} unit={unit} found={found} />
            {unit && <UnitDeputies unit={unit} />}
          </View>
          <View>{found.data?.station?.nextReception && <NextReception station={found.data.station} />}</View>
        </View>
        <Text className="note block center mt5">有危险、着火、急病，先打 110、119、120。</Text>
      </View>
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
    </Page>
  );
}

/** Where nobody scans, one looks for the deputy by village or name. The telephone is an action of its own in 长辈版. */
function Actions({ phone }: { phone: string | null }) {
  const scan = async () => {
    const scene = await scanScene();
    if (scene !== null) go(`/directory/pages/code/index?scene=${encodeURIComponent(scene)}`);
  };
  return (
    <View className="do">
      <Button icon="pen" onPress={() => go('/requests/pages/write/index')}>
        说件事
      </Button>
      {phone && (
        <View className="elder-only">
          <Button kind="second" icon="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}>
            打电话
          </Button>
        </View>
      )}
      {canScan ? (
        <Button kind="second" icon="scan" onPress={scan}>
          扫代表码
        </Button>
      ) : (
        <Button kind="second" icon="search" onPress={choosePlace}>
          找代表
        </Button>
      )}
    </View>
  );
}

type Found = ReturnType<typeof useCall<typeof findByPlace>>;

function Deputies({ place, unit, found }: { place: Place | null; unit: MyUnit | null; found: Found }) {
  if (!place && unit) return null;
  if (!place) {
    return (
      <Section title="我的代表">
        <Card flush>
          <Cell icon="pin" title="先选您住的村" sub="选好就看得到您的代表" onPress={choosePlace} />
          <Stations />
        </Card>
      </Section>
    );
  }
  const { data, error, refetch, isPending } = found;
  return (
    <Section title="我的代表" note={data ? `共 ${data.deputies.length} 位` : undefined}>
      {isPending && <Skeleton cards={0} faces />}
      {error && !data && (
        <Notice tone="wait">
          <Text className="block">{error.message}</Text>
          <Button small kind="second" icon="refresh" onPress={() => refetch()}>
            再试一次
          </Button>
        </Notice>
      )}
      {data && data.deputies.length === 0 && <Notice>这个村的代表名单还没有登上来，可以打电话问联络站。</Notice>}
      {data && data.deputies.length > 0 && (
        <Card>
          <Faces deputies={data.deputies} />
        </Card>
      )}
    </Section>
  );
}

const FIRST = 2;

/** In 长辈版 the two nearest, and the others with one tap. */
function Faces({ deputies }: { deputies: readonly DeputySummary[] }) {
  const { elder } = useDisplay();
  const [all, setAll] = useState(false);
  const folded = elder && !all && deputies.length > FIRST;
  return (
    <>
      <DeputyGrid deputies={folded ? deputies.slice(0, FIRST) : deputies} onOpen={openDeputy} />
      {folded && (
        <Press className="fold" onPress={() => setAll(true)}>
          <Text className="hit grow">{`看全部 ${deputies.length} 位`}</Text>
          <Icon name="down" />
        </Press>
      )}
    </>
  );
}

function Stations() {
  const open = () => go('/directory/pages/stations/index');
  return <Cell icon="phone" title="全县联络站" sub="在哪里，几点有人，电话" onPress={open} />;
}

/** Those the person's work unit elected, where they said which it is. */
function UnitDeputies({ unit: { id, name } }: { unit: MyUnit }) {
  const { data, error } = useCall(findByUnit, { id });
  // A unit that is no ward any more has no page of its own.
  const change = () => go(`/directory/pages/unit/index${data ? `?id=${id}&name=${encodeURIComponent(name)}` : ''}`);
  return (
    <Section title="单位的代表" more={{ words: '换单位', onPress: change }}>
      <Text className="note block">{name}</Text>
      {!data && !error && <Skeleton cards={0} faces />}
      {error && !data && <Notice tone="wait">{error.message}</Notice>}
      {data && data.deputies.length > 0 && (
        <Card className="mt2">
          <DeputyGrid deputies={data.deputies} onOpen={openDeputy} />
        </Card>
      )}
    </Section>
  );
}

function NextReception({ station }: { station: NonNullable<NonNullable<Found['data']>['station']> }) {
  const reception = station.nextReception;
  if (!reception) return null;
  return (
    <Section title="这阵子的事">
      <Card flush>
        <Cell
          left={<DateLeaf day={reception.day} />}
          title="代表接待日"
          sub={`${reception.from} 到 ${reception.to}，在${station.name}（${station.address}）`}
        />
        <Stations />
      </Card>
    </Section>
  );
}
