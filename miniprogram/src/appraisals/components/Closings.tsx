import { Text } from '@tarojs/components';
import type { Closing } from '../../../../shared/appraisals/current';
import { sayEnd } from '../../platform/say';

/** Where the close was moved: from when, to when, and why. */
export function Closings({ closings = [] }: { closings?: readonly Closing[] }) {
  return (
    <>
      {closings.map(({ from, to, reason }) => (
        <Text key={`${from} ${to}`} className="note block space-above-2">
          {`关票时间改过：原来${sayEnd(from)}，改到${sayEnd(to)}。因为：${reason}`}
        </Text>
      ))}
    </>
  );
}
