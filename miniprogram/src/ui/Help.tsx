import { dial } from '../platform/dial';
import { useHelp } from '../platform/help';
import { useCountyKind } from '../platform/kind';
import { Button } from './Button';

/** Somebody to ask, where a screen leads no further. */
export function Help() {
  const help = useHelp();
  const kind = useCountyKind();
  if (!help) return null;
  return (
    <Button kind="second" icon="phone" onPress={() => dial(help.phone)}>
      {help.station ? '打电话给联络站' : `打电话给${kind}人大`}
    </Button>
  );
}
