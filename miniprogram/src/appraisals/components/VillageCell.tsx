import { useCountyKind } from '../../platform/kind';
import type { Place } from '../../platform/place';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';

/** Where somebody says they live; null: in another county, undefined: not said yet. */
export function VillageCell({ place, onPress }: { place: Place | null | undefined; onPress: () => void }) {
  const kind = useCountyKind();
  const title = place ? `${place.townName} ${place.villageName}` : place === null ? `不住在这个${kind}` : '选您住的村';
  const sub = place ? '您的票算在这个村的联络站' : undefined;
  return (
    <Card flush className="space-above-3">
      <Cell icon="pin" title={title} sub={sub} right={place === undefined ? undefined : '改'} onPress={onPress} />
    </Card>
  );
}
