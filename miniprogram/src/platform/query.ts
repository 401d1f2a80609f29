import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PROBLEMS, ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { call } from './call';
import { jurisdiction } from './county';
import { keepReply, keptReply } from './kept';
import { OfflineError, type RawInput } from './send';

// Only what may pass by itself is tried again: no network, or our side being away.
const passes = (error: Error) =>
  error instanceof OfflineError || (error instanceof ProblemError && /_away$/.test(error.code));

export const queryClient = new QueryClient({
  defaultOptions: {
    // A mini-program has no `navigator.onLine`; a call without network fails at once and says so.
    queries: { retry: (count, error) => count < 1 && passes(error), staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const keyOf = (procedure: Procedure, input: unknown) => [procedure.name, jurisdiction(), input] as const;

/**
 * What a screen reads. The last reply stays on the phone: without a network `data` is that one and `dataUpdatedAt` says how old it is.
 * `enabled: false` until there is something to ask for.
 */
export function useCall<P extends Procedure>(
  procedure: P,
  input: RawInput<P>,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const name = JSON.stringify(keyOf(procedure, input));
  const kept = keptReply<Reply<P>>(name);
  return useQuery<Reply<P>, Error>({
    queryKey: keyOf(procedure, input),
    queryFn: async () => {
      const reply = await call(procedure, input);
      keepReply(name, reply);
      return reply;
    },
    enabled,
    initialData: kept?.reply as never,
    initialDataUpdatedAt: kept?.at,
  });
}

type Page = { items: unknown[]; next: string | null };
type PagedProcedure = Procedure & { reply: { _zod: { output: Page } } };
type Item<P extends PagedProcedure> = Reply<P>['items'][number];

/** A list that grows by pages. `items` are all rows so far; without a network those of the first page, as they were last seen. */
export function usePages<P extends PagedProcedure>(
  procedure: P,
  input: RawInput<P>,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const name = JSON.stringify(keyOf(procedure, input));
  const kept = keptReply<Reply<P>>(name);
  const query = useInfiniteQuery({
    // Not the key of `useCall`, which may ask the same: what is under it has another shape.
    queryKey: [...keyOf(procedure, input), 'pages'],
    queryFn: async ({ pageParam }) => {
      if (pageParam) return call(procedure, { ...(input as object), cursor: pageParam } as RawInput<P>);
      const first = await call(procedure, input);
      keepReply(name, first);
      return first;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as Page).next,
    enabled,
    initialData: kept ? { pages: [kept.reply], pageParams: [null] } : undefined,
    initialDataUpdatedAt: kept?.at,
  });
  const items = (query.data?.pages ?? []).flatMap((page) => (page as Page).items) as Item<P>[];
  return { ...query, items };
}

// Somebody was faster: what is on the screen is no longer so.
const outdated = (error: Error) => error instanceof ProblemError && PROBLEMS[error.code].status === 409;

/**
 * What a person does. Afterwards, and when it turns out that somebody was faster, the screens that show it ask again: `refreshes` names contexts (`requests`) or procedures.
 * Give `mutate` the same `key` for the same act, and the server does it once.
 */
export function useAct<P extends Procedure>(procedure: P, refreshes: readonly string[] = []) {
  const client = useQueryClient();
  return useMutation<Reply<P>, Error, { input: RawInput<P>; key?: string }>({
    mutationFn: ({ input, key }) => call(procedure, input, key),
    onSettled: (_, error) =>
      !error || outdated(error)
        ? client.invalidateQueries({
            predicate: ({ queryKey: [name] }) =>
              refreshes.some((one) => name === one || String(name).startsWith(`${one}.`)),
          })
        : undefined,
  });
}
