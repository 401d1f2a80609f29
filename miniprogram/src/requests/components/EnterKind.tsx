import { Text, View } from '@tarojs/components';
import { CATEGORIES } from '../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../shared/requests/rules';
import { Choice } from '../../ui/Choice';
import type { EnterProps } from './useEntering';

const OPTIONS = CATEGORIES.map((value) => ({ value, words: CATEGORY_NAMES[value] }));

export function EnterKind({ entering, change }: EnterProps) {
  return (
    <>
      <Text className="title">算哪一类？</Text>
      <Text className="sub block mt1">选错了没关系，不耽误办。</Text>
      <View className="mt4">
        <Choice
          label="算哪一类"
          options={OPTIONS}
          value={entering.input.category ?? null}
          onChoose={(category) => change({ category })}
        />
      </View>
    </>
  );
}
