import { Text, View } from '@tarojs/components';
import { Button } from './Button';
import './Sure.css';

type Props = {
  title: string;
  words: string;
  no: string;
  yes: string;
  /** What it says while it is being done. */
  busy?: string | false;
  onNo: () => void;
  onYes: () => void;
};

/** One more question before something is gone, in its own place. */
export function Sure({ title, words, no, yes, busy = false, onNo, onYes }: Props) {
  return (
    <View className="sure">
      <Text className="strong block">{title}</Text>
      <Text className="secondary block">{words}</Text>
      <View className="row wrap space-above-3">
        <Button small kind="line" grow disabled={Boolean(busy)} onPress={onNo}>
          {no}
        </Button>
        <Button small kind="grave" grow busy={busy} onPress={onYes}>
          {yes}
        </Button>
      </View>
    </View>
  );
}
