import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { openCode } from '../../../../../shared/directory/contract';
import { readCode } from '../../../../../shared/directory/rules';
import { type ProblemCode, ProblemError } from '../../../../../shared/kernel/problems';
import { jurisdiction, rememberJurisdiction } from '../../../platform/county';
import { canScan, scanScene } from '../../../platform/scan';
import { send } from '../../../platform/send';
import { BadCode, type BadCodeReason } from '../../../ui/BadCode';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';

const REASONS: Partial<Record<ProblemCode, BadCodeReason>> = {
  code_unknown: 'unknown',
  code_withdrawn: 'withdrawn',
  code_ended: 'ended',
  county_unknown: 'other_county',
};

/** Where a scanned code leads: to its deputy, or to plain words. WeChat gives the scene encoded once. */
export default function Code() {
  const params = useRouter().params;
  const [scene, setScene] = useState(() => decodeOnce(params.scene ?? params.q ?? ''));
  const [error, setError] = useState<Error | null>(null);
  const open = () => {
    setError(null);
    openScene(scene).catch(setError);
  };
  useEffect(open, [scene]);
  const reason = error instanceof ProblemError ? REASONS[error.code] : undefined;
  const scan = async () => setScene((await scanScene()) ?? scene);
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
          onFind={() => Taro.redirectTo({ url: '/directory/pages/place/index' })}
          onScan={canScan ? scan : undefined}
          onStations={() => Taro.redirectTo({ url: '/directory/pages/stations/index' })}
        />
      )}
      {error && !reason && <ProblemPage error={error} onRetry={open} />}
    </Page>
  );
}

async function openScene(scene: string): Promise<void> {
  const read = readCode(scene);
  if (!read) throw new ProblemError('code_unknown');
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
