import type { ComponentType } from 'react';
import { PromisedCell } from '../../appraisals/tabs/PromisedCell';

/** What a context shows of its own on the notice board, below what residents said. One line here adds one, in this order; it brings what it shows. */
export const SECTIONS: readonly { title: string; Shown: ComponentType }[] = [
  { title: '答应改的事', Shown: PromisedCell },
];
