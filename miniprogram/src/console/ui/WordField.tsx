import type { ComponentProps } from 'react';
import { WordArea } from '../../ui/WordArea';
import { Labelled } from './Labelled';

/** Several lines to write, with what they are above them; `optional`: they may be left out. */
export function WordField({ label, optional, ...area }: ComponentProps<typeof WordArea> & { optional?: boolean }) {
  return (
    <Labelled label={optional ? `${label}（可不写）` : label}>
      <WordArea label={label} {...area} />
    </Labelled>
  );
}
