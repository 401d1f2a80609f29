import { Text, View } from '@tarojs/components';
import type { BoardItem } from '../../../../shared/requests/contract';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Notice } from '../../ui/Notice';
import { aria, ownDirection } from '../../ui/Press';
import { Tag } from '../../ui/Tag';
import { sayFar } from './on-board';
import './Alike.css';

/** 有人说过差不多的: below what is being written, and in nobody's way. */
export function Alike({ found, onLook }: { found: readonly BoardItem[]; onLook: (item: BoardItem) => void }) {
  if (!found.length) return null;
  return (
    <View className="space-above-4" {...aria('status')}>
      <Card flush>
        <View className="alike-head">
          <Text className="heading block">有人说过差不多的</Text>
          <Text className="secondary block">一样就加进去，不用从头说。</Text>
        </View>
        {found.map((item) => (
          <Cell
            key={item.id}
            title={<Text {...ownDirection}>{item.title}</Text>}
            sub={<Far item={item} />}
            onPress={() => onLook(item)}
          />
        ))}
      </Card>
      <Text className="note block space-above-2">只在公开栏里找。别人没公开的，这里看不到。</Text>
    </View>
  );
}

function Far({ item }: { item: BoardItem }) {
  const { where, day } = sayFar(item);
  return (
    <>
      <Text className="block">{`${item.villageName} · ${[where, day].filter(Boolean).join('，')}`}</Text>
      {(item.hands?.round ?? 1) > 1 && (
        <View className="row space-above-1">
          <Tag icon="undo" tone="wait">
            重办
          </Tag>
        </View>
      )}
    </>
  );
}

/** It was said to be the same as one on the board: that can be taken back as long as it was not sent. */
export function SaidSame({ title, onDrop }: { title: string; onDrop: () => void }) {
  return (
    <View className="space-above-4">
      <Notice tone="ok">
        <Text className="block">{`加进：${title}`}</Text>
        <View className="row space-above-2">
          <Button small kind="line" onPress={onDrop}>
            不是一回事，去掉
          </Button>
        </View>
      </Notice>
    </View>
  );
}
