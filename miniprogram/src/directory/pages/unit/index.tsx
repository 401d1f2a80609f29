import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { divisions, findByUnit, type Unit } from '../../../../../shared/directory/contract';
import { ranked } from '../../../../../shared/directory/rules';
import { type MyUnit, rememberUnit, useUnit } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { DeputyGrid } from '../../../ui/DeputyGrid';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import '../../../ui/check.scss';

/** By work unit (单位选区): the units of the county, or with an id the deputies one of them elected. */
export default function ByUnit() {
  const { id, name = '' } = useRouter().params;
  const [unit, setUnit] = useState<MyUnit | null>(id ? { id, name: decodeURIComponent(name) } : null);
  const back = unit && !id ? () => setUnit(null) : true;
  return (
    <Page>
      <NavBar title="按单位找" back={back} />
      {unit ? <Elected {...unit} /> : <Units onChoose={setUnit} />}
    </Page>
  );
}

function Units({ onChoose }: { onChoose: (unit: MyUnit) => void }) {
  const { data, error, refetch, isPending } = useCall(divisions, {});
  const [words, setWords] = useState('');
  const units: readonly Unit[] = data ? (words.trim() ? ranked(words, data.units) : data.units) : [];
  return (
    <>
      <View className="search-top">
        <SearchBox value={words} placeholder="单位名，或拼音" onInput={setWords} />
      </View>
      <View className="main">
        <Text className="secondary block space-above-2">在单位参加选举的，按单位找代表。</Text>
        {isPending && <Skeleton cards={2} />}
        {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
        {data && !units.length && <Empty title="没有这个单位" words={'换个字试试，\n或者按您住的村找。'} />}
        {units.length > 0 && (
          <Card flush className="space-above-3">
            {units.map((one) => (
              <Cell key={`${one.id}${one.name}`} icon="station" title={one.name} onPress={() => onChoose(one)} />
            ))}
          </Card>
        )}
      </View>
    </>
  );
}

/** Units that elect together have the same deputies; the page is of the one that was chosen. */
function Elected({ id, name }: MyUnit) {
  const { data, error, refetch, isPending } = useCall(findByUnit, { id });
  return (
    <View className="main">
      {isPending && <Skeleton cards={2} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && (
        <Section first title={name || data.unit.name} note={`共 ${data.deputies.length} 位`}>
          {name && name !== data.unit.name && <Text className="secondary block">{`一起选的：${data.unit.name}`}</Text>}
          {data.deputies.length > 0 ? (
            <Card className="space-above-2">
              <DeputyGrid
                deputies={data.deputies}
                onOpen={(deputy) => Taro.navigateTo({ url: `/directory/pages/deputy/index?id=${deputy}` })}
              />
            </Card>
          ) : (
            <Notice>这个单位的代表名单还没有登上来，可以打电话问联络站。</Notice>
          )}
        </Section>
      )}
      {data && <Remember unit={{ id, name: name || data.unit.name }} />}
    </View>
  );
}

/** So that home shows them beside those of the village. */
function Remember({ unit: { id, name } }: { unit: MyUnit }) {
  const mine = useUnit()?.id === id;
  const remember = () => {
    rememberUnit({ id, name });
    Taro.switchTab({ url: '/pages/home/index' });
  };
  return (
    <View className="space-above-4">
      {mine ? (
        <>
          <Notice tone="ok">首页上有这几位代表。</Notice>
          <View className="space-above-3">
            <Button wide kind="line" onPress={() => rememberUnit(null)}>
              不在这个单位了
            </Button>
          </View>
        </>
      ) : (
        <Button wide icon="check" onPress={remember}>
          我在这个单位，记住
        </Button>
      )}
    </View>
  );
}
