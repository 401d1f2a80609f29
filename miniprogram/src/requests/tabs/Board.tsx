import { Image, Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { deputyTitle } from '../../../../shared/kernel/names';
import { lengthOf, shorten } from '../../../../shared/kernel/text';
import { type BoardItem, board } from '../../../../shared/requests/contract';
import { ANSWERED, isIn, isSaid } from '../../../../shared/requests/states';
import { END_WORDS } from '../../../../shared/requests/words';
import { lookAt } from '../../platform/look';
import { usePages } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { OfflineError } from '../../platform/send';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Fold } from '../../ui/Fold';
import { More } from '../../ui/More';
import { NetBar } from '../../ui/NetBar';
import { ownDirection, Press } from '../../ui/Press';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { StateTag } from './StateTag';
import '../../ui/pictures.css';

/** The notice board (公开栏): what residents agreed to and a station looked at, without names. Anybody may read it. `children`: what else is public. */
export function Board({ children }: { children: ReactNode }) {
  const list = usePages(board, {});
  useDidShow(() => void list.refetch());
  return (
    <>
      {list.error instanceof OfflineError && list.items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      <View className="main">
        <Text className="secondary block space-above-2">居民同意、联络站看过，才登在这里。不写名字。</Text>
        {children}
        {list.isPending && !list.error && <Skeleton cards={3} />}
        {list.error && !list.items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
        {!list.isPending && !list.error && !list.items.length && (
          <Empty title="公开栏还是空的" words={'说事的时候选“大家也能看”，\n联络站看过就登在这里。'} />
        )}
        <View className="tiles">
          {list.items.map((item) => (
            <Matter key={item.id} item={item} />
          ))}
        </View>
        <More {...list} />
      </View>
    </>
  );
}

const FOLDED = 90;

/** What was said, what was answered, and what the resident said of it: three things, never one. */
function Matter({ item }: { item: BoardItem }) {
  const { title, words, answer, villageName, deputyName, departmentName, submittedOn, pictures } = item;
  const [open, setOpen] = useState(false);
  const long = lengthOf(words) > FOLDED;
  const urls = pictures.flatMap(({ url }) => url ?? []);
  return (
    <Card className="space-above-3">
      <View className="row between top">
        <Text className="strong said" {...ownDirection}>
          {title}
        </Text>
        <Stand item={item} />
      </View>
      <Text className="words space-above-2" {...ownDirection}>
        {long && !open ? shorten(words, FOLDED) : words}
      </Text>
      {long && (
        <Fold onPress={() => setOpen(!open)} label={open ? '收起' : `全文：${title}`}>
          {open ? '收起' : '看全文'}
        </Fold>
      )}
      {urls.length > 0 && (
        <View className="pictures space-above-3">
          {urls.map((url, index) => (
            <Press
              key={url}
              className="picture"
              label={`第 ${index + 1} 张图片，点开看大图`}
              onPress={() => lookAt(url, urls)}
            >
              <Image className="picture-image" mode="aspectFill" lazyLoad src={url} />
            </Press>
          ))}
        </View>
      )}
      {answer && (
        <Text
          className="quote"
          {...ownDirection}
        >{`${departmentName ? `${departmentName}答复` : `${deputyTitle(deputyName)}回话`}：${answer}`}</Text>
      )}
      {answer && <Text className="secondary block space-above-2">{sayResident(item)}</Text>}
      <Text className="note block space-above-3">
        {[villageName, deputyName ? deputyTitle(deputyName) : '等代表来接', `${sayDay(submittedOn)}说的`].join(' · ')}
      </Text>
    </Card>
  );
}

/** The resident's own word, beside the deputy's and never instead of it. */
function sayResident({ state, outcome }: BoardItem): string {
  if (outcome) return isSaid(outcome) ? `居民说：${END_WORDS[outcome]}。` : '居民没有说解决了没有。';
  return isIn(state, ANSWERED) ? '居民还没说解决了没有。' : '这件事还在办。';
}

function Stand({ item }: { item: BoardItem }) {
  return (
    <StateTag item={item} who="居民" short>
      <Tag icon="clock">在办</Tag>
    </StateTag>
  );
}
