import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { clean, lengthOf } from '../../../../../shared/kernel/text';
import { board } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { usePaused } from '../../../platform/paused';
import { usePages } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/Empty';
import { More } from '../../../ui/More';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { Skeleton } from '../../../ui/Skeleton';
import { BoardPlace } from '../../components/BoardPlace';
import { FilterBar } from '../../components/FilterBar';
import { useBoardFilters } from '../../components/useBoardFilters';
import { BoardLine } from '../../tabs/BoardLine';

// Between two keys of somebody who types.
const TYPING_MS = 400;
const [, MOST] = LENGTHS.search;

/** 公开栏: everything that stands on it, the newest first, by place, kind, department and how far it is, or by its words. No order but that, no counts. */
export default function WholeBoard() {
  const { filters, words, change, say, clear } = useBoardFilters();
  const [choosing, setChoosing] = useState(false);
  const said = clean(usePaused(words, TYPING_MS));
  const tooLong = lengthOf(said) > MOST;
  const list = usePages(board, { ...filters, ...(said && { words: said }) }, { enabled: !tooLong });
  useDidShow(() => void list.refetch());
  const { items, error, isPending } = list;
  if (choosing)
    return (
      <BoardPlace
        filters={filters}
        onBack={() => setChoosing(false)}
        onChoose={(place) => {
          change(place);
          setChoosing(false);
        }}
      />
    );
  const narrowed = said !== '' || Object.keys(filters).length > 0;
  const nothing = !isPending && !error && !items.length;
  return (
    <Page>
      <NavBar title="大家说的事" back />
      <View className="search-top">
        <SearchBox value={words} placeholder="找一件公开的事" onInput={say} />
      </View>
      {error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      <View className="main">
        <FilterBar filters={filters} onChange={change} onPlace={() => setChoosing(true)} />
        {tooLong && <Text className="secondary block space-above-4">{`太长了，最多 ${MOST} 个字。`}</Text>}
        {!tooLong && isPending && !error && <Skeleton cards={3} />}
        {error && !items.length && <ProblemPage error={error} onRetry={() => list.refetch()} />}
        {nothing && narrowed && (
          <Empty title="没有这样的" words={'换几个字，或少选一样试试。'} action={{ words: '看全部', onPress: clear }} />
        )}
        {nothing && !narrowed && (
          <Empty title="公开栏还是空的" words={'说事的时候选“大家也能看”，\n联络站看过就登在这里。'} />
        )}
        {items.length > 0 && (
          <Card flush className="space-above-3">
            {items.map((item) => (
              <BoardLine key={item.id} item={item} />
            ))}
          </Card>
        )}
        <More {...list} />
      </View>
    </Page>
  );
}
