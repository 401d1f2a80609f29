import { dial } from '../../platform/dial';
import { useHelp } from '../../platform/help';
import { useCountyKind } from '../../platform/kind';
import { Cell } from '../../ui/Cell';

/** The station of the person's village; the county's congress while the village is not known. */
export function AskByPhone() {
  const help = useHelp();
  const kind = useCountyKind();
  if (!help) return null;
  const { phone, station } = help;
  return (
    <Cell
      icon="phone"
      title={`问一问，打电话给${station ? '联络站' : `${kind}人大`}`}
      sub={station ?? undefined}
      onPress={() => dial(phone)}
    />
  );
}
