import { Text, View } from '@tarojs/components';
import type { Category } from '../../../../shared/requests/contract';
import { kindLike } from '../../../../shared/requests/kinds';
import { Choice } from '../../ui/Choice';
import { Tag } from '../../ui/Tag';
import { KINDS } from './form';

type Props = { input: { category?: Category; words?: string }; change: (fields: { category: Category }) => void };

/** The category, which the words may suggest and nobody chooses but who writes; on a resident's own request and on one entered for somebody. */
export function Kind({ input, change }: Props) {
  const like = kindLike(input.words ?? '');
  const options = KINDS.map((kind) =>
    kind.value === like
      ? {
          ...kind,
          right: (
            <Tag icon="info" tone="accent">
              像是这类
            </Tag>
          ),
        }
      : kind,
  );
  return (
    <>
      <Text className="title">算哪一类？</Text>
      <Text className="secondary block space-above-1">选错了没关系，不耽误办。</Text>
      <View className="space-above-4">
        <Choice
          label="算哪一类"
          options={options}
          value={input.category ?? null}
          onChoose={(category) => change({ category })}
        />
      </View>
    </>
  );
}
