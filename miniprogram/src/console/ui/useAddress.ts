import { useRouter } from '@tarojs/taro';
import { useState } from 'react';

type Params<Name extends string> = Partial<Record<Name, string>>;

/**
 * What is chosen on a page, kept in its address: the link somebody copies, or the page that is loaded anew, shows the same. What is not chosen
 * is not in it.
 */
export function useAddress<Name extends string>(
  page: string,
  names: readonly Name[],
): [Params<Name>, (changes: Params<Name>) => void] {
  const { params } = useRouter();
  const [now, setNow] = useState<Params<Name>>(() => pick(names, params));
  const change = (changes: Params<Name>) => {
    const next = pick(names, { ...now, ...changes });
    setNow(next);
    window.history.replaceState(window.history.state, '', `#${addressOf(page, next)}`);
  };
  return [now, change];
}

/** The address of a page of the console on which this is chosen. */
export function addressOf(page: string, params: Readonly<Record<string, string | null | undefined>>): string {
  const query = Object.entries(params).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return query.length ? `${page}?${query.join('&')}` : page;
}

function pick<Name extends string>(
  names: readonly Name[],
  from: Readonly<Record<string, string | undefined>>,
): Params<Name> {
  const entries = names.flatMap((name) => (from[name] ? [[name, decodeURIComponent(from[name] ?? '')] as const] : []));
  return Object.fromEntries(entries) as Params<Name>;
}
