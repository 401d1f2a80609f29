import { useState } from 'react';
import { divisions } from '../../../../shared/directory/contract';
import { type Place, placeIn } from '../../platform/place';
import { useCall } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { NetBar } from '../../ui/NetBar';
import { Page } from '../../ui/Page';
import { PlacePicker } from '../../ui/PlacePicker';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';

type Props = { chosen: string | undefined; onBack: () => void; onChoose: (code: string) => void };

/** Which village's matter it is; where the clerk lives is not touched. */
export function EnterVillage({ chosen, onBack, onChoose }: Props) {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(divisions, {});
  const [place, setPlace] = useState<Place | null>(null);
  const now = place ?? placeIn(data?.towns ?? [], chosen);
  return (
    <Page>
      <NavBar title="哪个村的事" back={onBack} />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && <Skeleton cards={4} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && <PlacePicker towns={data.towns} chosen={now} onChoose={setPlace} />}
      {data && (
        <ActionBar>
          <Button grow disabled={!now} onPress={() => now && onChoose(now.village)}>
            {now ? `就选 ${now.townName} ${now.villageName}` : '先点一个村'}
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}
