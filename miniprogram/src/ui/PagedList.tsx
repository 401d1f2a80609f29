import { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { usePages } from '../platform/query';
import { OfflineError } from '../platform/send';
import { Card } from './Card';
import { Empty } from './Empty';
import { More } from './More';
import { NetBar } from './NetBar';
import { ProblemPage } from './ProblemPage';
import { Skeleton } from './Skeleton';

type Paged<T> = Omit<ReturnType<typeof usePages>, 'items' | 'data'> & { items: readonly T[] };
type Props<T> = {
  lists: readonly Paged<T>[];
  nothing: { title: string; words: string };
  children: (item: T, first: boolean) => ReactNode;
};

/** Lists one after the other, as one: asked again whenever it is seen; without a network what was kept, and since when. */
export function PagedList<T>({ lists, nothing, children }: Props<T>) {
  const refetch = () => {
    for (const list of lists) void list.refetch();
  };
  useDidShow(refetch);
  const items = lists.flatMap((list) => list.items);
  const error = lists.find((list) => list.error)?.error;
  const pending = lists.some((list) => list.isPending);
  const next = lists.find((list) => list.hasNextPage);
  return (
    <>
      {error instanceof OfflineError && items.length > 0 && (
        <NetBar seenAt={Math.max(...lists.map((list) => list.dataUpdatedAt))} />
      )}
      {pending && !error && <Skeleton cards={3} />}
      {error && !items.length && <ProblemPage error={error} onRetry={refetch} />}
      {!pending && !error && !items.length && <Empty {...nothing} />}
      {items.length > 0 && (
        <Card flush className="space-above-3">
          {items.map((item, index) => children(item, index === 0))}
        </Card>
      )}
      {next && <More {...next} />}
    </>
  );
}
