import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { county as countyProcedure, findByPlace, openCode } from '../../../../../shared/directory/contract';
import { readCode } from '../../../../../shared/directory/rules';
import { type ProblemCode, ProblemError } from '../../../../../shared/kernel/problems';
import { jurisdiction, rememberJurisdiction } from '../../../platform/county';
import { useHost } from '../../../platform/patience';
import { usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { canScan, NOT_SCANNED, scanScene } from '../../../platform/scan';
import { send } from '../../../platform/send';
import { BadCode, type BadCodeReason } from '../../../ui/BadCode';
import { Card } from '../../../ui/Card';
import { DeputyGrid } from '../../../ui/DeputyGrid';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';

type County = { name: string; phone: string | null };

const REASONS: Partial<Record<ProblemCode, BadCodeReason>> = {
  code_unknown: 'unknown',
  code_withdrawn: 'withdrawn',
  code_ended: 'ended',
  county_unknown: 'other_county',
};

/**
 * Where a scanned code leads: to its deputy, or to plain words. A mini-program code comes as `scene`, an ordinary link as `q` with
 * `scancode_time`; WeChat gives both encoded once.
 */
export default function Code() {
  const params = useRouter().params;
  const [scene, setScene] = useState(() => decodeOnce(params.scene ?? params.q ?? ''));
  const [error, setError] = useState<Error | null>(null);
  const [county, setCounty] = useState<County | null>(null);
  const open = () => {
    setError(null);
    openScene(scene).catch(async (error: Error) => {
      setCounty(error instanceof ProblemError ? await otherCountyOf(scene) : null);
      setError(error);
    });
  };
  useEffect(open, [scene]);
  const reason = error instanceof ProblemError ? REASONS[error.code] : undefined;
  const { said, ask } = useHost(NOT_SCANNED);
  const scan = () => ask(scanScene(), (next) => setScene(next ?? scene));
  return (
    <Page>
      <NavBar title="代表码" back />
      {!error && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {error && reason && (
        <BadCode
          reason={reason}
          county={county}
          onFind={() => Taro.redirectTo({ url: '/directory/pages/place/index' })}
          onScan={canScan ? scan : undefined}
          onStations={() => Taro.redirectTo({ url: '/directory/pages/stations/index' })}
        />
      )}
      {said && (
        <View className="main">
          <Notice tone="wait">{said}</Notice>
        </View>
      )}
      {(reason === 'ended' || reason === 'withdrawn') && !county && <Now />}
      {error && !reason && <ProblemPage error={error} onRetry={open} />}
    </Page>
  );
}

/** Who serves the person's village now, where the phone knows which that is: the old code was most likely of one before them. */
function Now() {
  const place = usePlace();
  const { data } = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null });
  if (!data?.deputies.length) return null;
  return (
    <View className="main">
      <Text className="note block">{`${data.village.name}现在的代表`}</Text>
      <Card className="space-above-2">
        <DeputyGrid
          deputies={data.deputies}
          onOpen={(id) => Taro.redirectTo({ url: `/directory/pages/deputy/index?id=${id}` })}
        />
      </Card>
    </View>
  );
}

/** Whose code it is, when it belongs to another county that is known here. */
async function otherCountyOf(scene: string): Promise<County | null> {
  const read = readCode(scene);
  if (!read || read.jurisdiction === jurisdiction()) return null;
  return send(countyProcedure, {}, { county: read.jurisdiction }).catch(() => null);
}

async function openScene(scene: string): Promise<void> {
  const read = readCode(scene);
  if (!read) throw new ProblemError('code_unknown', [], { status: 404 });
  // Asked there first: a code that leads nowhere must not leave the phone in its county.
  const { deputyId } = await send(openCode, { code: read.code }, { county: read.jurisdiction });
  const before = jurisdiction();
  const from = read.jurisdiction === before ? '' : `&from=${before}`;
  if (from) rememberJurisdiction(read.jurisdiction);
  await Taro.redirectTo({ url: `/directory/pages/deputy/index?id=${deputyId}${from}` });
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
