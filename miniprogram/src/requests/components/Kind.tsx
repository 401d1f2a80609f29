import { Text, View } from '@tarojs/components';
import type { Category } from '../../../../shared/requests/contract';
import { Choice } from '../../ui/Choice';
import { KINDS } from './form';

type Props = { input: { category?: Category }; change: (fields: { category: Category }) => void };

/** The category, on a resident's own request and on one entered for somebody. */
export function Kind({ input, change }: Props) {
  return (
    <>
      <Text className="title">算哪一类？</Text>
      <Text className="secondary block space-above-1">选错了没关系，不耽误办。</Text>
      <View className="space-above-4">
        <Choice
          label="算哪一类"
          options={KINDS}
          value={input.category ?? null}
          onChoose={(category) => change({ category })}
        />
      </View>
    </>
  );
}
