import type { Procedure } from '../../shared/kernel/procedure';

type Bound = { procedure: Pick<Procedure, 'method' | 'path'> };

/** What a path asks for, and the values at the names in it. */
export type Found<B extends Bound> = { binding: B; named: Record<string, string> };

type Routes<B extends Bound> = {
  find(method: string, segments: readonly string[]): Found<B> | null;
  /** The methods that a path has; none for a path nobody knows. */
  methodsOf(segments: readonly string[]): string[];
};

type Route<B extends Bound> = { binding: B; segments: readonly string[] };

const isName = (segment: string) => segment.startsWith('{');

/** The paths of some procedures, by the segments behind the county's; a segment that is written out goes before a name. */
export function routesOf<B extends Bound>(bindings: readonly B[]): Routes<B> {
  const all = bindings.map((binding) => ({ binding, segments: binding.procedure.path.slice(1).split('/') }));
  const names = ({ segments }: Route<B>) => segments.filter(isName).length;
  // The first path that fits is taken, and a name fits everything.
  const exactFirst = all.sort((a, b) => names(a) - names(b));
  const fitting = (segments: readonly string[]) => exactFirst.filter((route) => fits(route, segments));
  return {
    find(method, segments) {
      const asked = method === 'HEAD' ? 'GET' : method;
      const route = exactFirst.find((one) => one.binding.procedure.method === asked && fits(one, segments));
      return route ? { binding: route.binding, named: namedIn(route, segments) } : null;
    },
    methodsOf(segments) {
      const methods = new Set<string>(fitting(segments).map(({ binding }) => binding.procedure.method));
      return [...methods, ...(methods.has('GET') ? ['HEAD'] : [])];
    },
  };
}

function fits({ segments }: Pick<Route<Bound>, 'segments'>, given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, at) => (isName(segment) ? given[at] !== '' : segment === given[at]))
  );
}

function namedIn({ segments }: Pick<Route<Bound>, 'segments'>, given: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  segments.forEach((segment, at) => {
    if (isName(segment)) named[segment.slice(1, -1)] = decoded(given[at] ?? '');
  });
  return named;
}

/** What can't be decoded is no value of ours, and is told so as any other. */
function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
