import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import './Unfinished.css';

/** Something of another day is here. */
export function Unfinished({ words, act, onAct }: { words: string; act: string; onAct: () => void }) {
  return (
    <View className="unfinished">
      <Notice icon="pen">
        <Text className="block">{words}</Text>
        <View className="row space-above-2">
          <Button small kind="line" onPress={onAct}>
            {act}
          </Button>
        </View>
      </Notice>
    </View>
  );
}
