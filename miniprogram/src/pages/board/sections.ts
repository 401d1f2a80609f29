import type { ComponentType } from 'react';
import { PromisedSection } from '../../appraisals/tabs/PromisedSection';
import { ReportsSection } from '../../promises/tabs/ReportsSection';

/** What a context shows of its own on the notice board, below what residents said. One line here adds one, in this order; it brings what it shows, and is nothing where it has nothing. */
export const SECTIONS: readonly { title: string; Shown: ComponentType<{ title: string }> }[] = [
  { title: '答应改的事', Shown: PromisedSection },
  { title: '年终承诺报告', Shown: ReportsSection },
];
