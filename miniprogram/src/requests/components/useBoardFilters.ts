import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { BoardFilters } from '../../../../shared/requests/contract';

const PATH = '/requests/pages/board/index';
const NAMES = ['village', 'town', 'category', 'department', 'standing'] as const;
type Name = (typeof NAMES)[number];

/** How the board is looked at, as its address says: a link shows what its sender saw, and who loads the page again sees the same. */
export function useBoardFilters() {
  const [params] = useState(useRouter().params);
  const [filters, setFilters] = useState<BoardFilters>(() => filtersIn(params));
  const [words, setWords] = useState(() => decodeURIComponent(params.words ?? ''));
  const write = (next: BoardFilters, said: string) => {
    setFilters(next);
    setWords(said);
    if (process.env.TARO_ENV === 'h5')
      window.history.replaceState(window.history.state, '', `#${addressOf(next, said)}`);
  };
  return {
    filters,
    words,
    change: (part: BoardFilters) => write(clean({ ...filters, ...part }), words),
    say: (said: string) => write(filters, said),
    clear: () => write({}, ''),
  };
}

/** What an address says, as far as it is understood: one bad part of it does not take the rest away. */
function filtersIn(params: Partial<Record<string, string>>): BoardFilters {
  const given = NAMES.flatMap((name) =>
    BoardFilters.safeParse({ [name]: params[name] }).success ? [[name, params[name]]] : [],
  );
  return clean(Object.fromEntries(given) as BoardFilters);
}

function clean(filters: BoardFilters): BoardFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as BoardFilters;
}

function addressOf(filters: BoardFilters, words = ''): string {
  const parts = Object.entries(words ? { ...filters, words } : filters).map(
    ([name, value]) => `${name as Name}=${encodeURIComponent(value)}`,
  );
  return parts.length ? `${PATH}?${parts.join('&')}` : PATH;
}

/** The board as it is looked at from elsewhere. */
export const openBoard = (filters: BoardFilters) => Taro.navigateTo({ url: addressOf(filters) });
