import { Text } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { board } from '../../../../shared/requests/contract';
import { usePages } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { BoardLine } from './BoardLine';

/** So many stand on the tab; the others are one tap further, where they are looked for. */
const FIRST = 4;

const toAll = () => Taro.navigateTo({ url: '/requests/pages/board/index' });

/** The front of the notice board (公开栏): the newest matters, and below them what other contexts put there. Anybody may read it. */
export function Board({ children }: { children: ReactNode }) {
  const list = usePages(board, {});
  useDidShow(() => void list.refetch());
  const { items, error, isPending } = list;
  return (
    <>
      {error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      <Text className="secondary block space-above-2">登在这里的，谁都能看。不写名字。</Text>
      <Section title="大家说的事">
        {isPending && !error && <Skeleton cards={2} />}
        {error && !items.length && <ProblemPage error={error} onRetry={() => list.refetch()} />}
        {!isPending && !error && !items.length && (
          <Empty title="公开栏还是空的" words={'说事的时候选“大家也能看”，\n联络站看过就登在这里。'} />
        )}
        {items.length > 0 && (
          <Card flush>
            {items.slice(0, FIRST).map((item) => (
              <BoardLine key={item.id} item={item} />
            ))}
            <Cell icon="board" title="看全部，找一件事" sub="按村、类别、部门、到哪了" onPress={toAll} />
          </Card>
        )}
      </Section>
      <Text className="note block space-above-3">登之前，联络站先看一遍。名字、电话、门牌号都去掉。</Text>
      {children}
    </>
  );
}
