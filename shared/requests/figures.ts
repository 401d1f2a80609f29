import type { BOXES, Figures } from './contract';

/** What stands in each line of the dashboard's tables (看板), on the screen and in the file. `box`: the list a figure leads to. */
export const FIGURE_COLUMNS: readonly {
  words: string;
  box?: (typeof BOXES)[number];
  of: (figures: Figures) => number | null;
}[] = [
  { words: '收到', box: 'all', of: ({ received }) => received },
  { words: '在办', box: 'open', of: ({ underWay }) => underWay },
  { words: '超时', box: 'late', of: ({ late }) => late },
  { words: '说办完了', box: 'claimed', of: ({ claimed }) => claimed },
  { words: '居民说解决了', box: 'confirmed', of: ({ solved, partly }) => solved + partly },
  { words: '一半', of: ({ median }) => median },
  { words: '九成', of: ({ p90 }) => p90 },
];
