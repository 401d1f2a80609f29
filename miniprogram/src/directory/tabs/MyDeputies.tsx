import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type DeputySummary, type findByPlace, findByUnit } from '../../../../shared/directory/contract';
import { useDisplay } from '../../platform/display';
import type { MyUnit, Place } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { DeputyGrid } from '../../ui/DeputyGrid';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { StationsCell } from './StationsCell';

const go = (url: string) => Taro.navigateTo({ url });
const openDeputy = (id: string) => go(`/directory/pages/deputy/index?id=${id}`);

export type Found = ReturnType<typeof useCall<typeof findByPlace>>;

type Props = { place: Place | null; unit: MyUnit | null; found: Found };

/** Those of the person's village; before it is known, the way to say which it is. Nothing where only the work unit is known. */
export function MyDeputies({ place, unit, found }: Props) {
  if (!place && unit) return null;
  if (!place) {
    return (
      <Section title="我的代表">
        <Card flush>
          <Cell
            icon="pin"
            title="先选您住的村"
            sub="选好就看得到您的代表"
            onPress={() => go('/directory/pages/place/index')}
          />
          <StationsCell />
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
        <Fold onPress={() => setAll(true)}>
          <Text className="highlight grow">{`看全部 ${deputies.length} 位`}</Text>
          <Icon name="down" />
        </Fold>
      )}
    </>
  );
}

/** Those the person's work unit elected, where they said which it is. */
export function UnitDeputies({ unit: { id, name } }: { unit: MyUnit }) {
  const { data, error } = useCall(findByUnit, { id });
  // A unit that is no ward any more has no page of its own.
  const change = () => go(`/directory/pages/unit/index${data ? `?id=${id}&name=${encodeURIComponent(name)}` : ''}`);
  return (
    <Section title="单位的代表" more={{ words: '换单位', onPress: change }}>
      <Text className="note block">{name}</Text>
      {!data && !error && <Skeleton cards={0} faces />}
      {error && !data && <Notice tone="wait">{error.message}</Notice>}
      {data && data.deputies.length > 0 && (
        <Card className="space-above-2">
          <DeputyGrid deputies={data.deputies} onOpen={openDeputy} />
        </Card>
      )}
    </Section>
  );
}
