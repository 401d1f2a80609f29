import { View } from '@tarojs/components';
import { Button } from './Button';

type Props = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => void };

/** The next page of a list, when somebody asks for it. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  if (!hasNextPage) return null;
  return (
    <View className="row space-above-4">
      <Button wide repeats kind="line" busy={isFetchingNextPage && '正在取…'} onPress={fetchNextPage}>
        再看一些
      </Button>
    </View>
  );
}
