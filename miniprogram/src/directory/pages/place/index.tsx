import Taro from '@tarojs/taro';
import { useState } from 'react';
import { divisions } from '../../../../../shared/directory/contract';
import { type Place, rememberPlace, usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { PlacePicker } from '../../../ui/PlacePicker';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';

/** Where the person lives: town left, village right. It stays on the phone. */
export default function PickPlace() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(divisions, {});
  const [chosen, setChosen] = useState<Place | null>(usePlace());
  const take = () => {
    if (!chosen) return;
    rememberPlace(chosen);
    if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
    else Taro.switchTab({ url: '/pages/home/index' });
  };
  return (
    <Page>
      <NavBar title="您住在哪里" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && <Skeleton cards={4} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && <PlacePicker towns={data.towns} chosen={chosen} onChoose={setChosen} />}
      {data && (
        <ActionBar>
          <Button grow disabled={!chosen} onPress={take}>
            {chosen ? `就选 ${chosen.townName} ${chosen.villageName}` : '先点一个村'}
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}
