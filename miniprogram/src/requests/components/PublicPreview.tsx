import { Text, View } from '@tarojs/components';
import { publicForm } from '../../../../shared/requests/public-form';
import { titleOf } from '../../../../shared/requests/rules';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';

type Props = { words: string; name: string | undefined; villageName: string | undefined };

/** What everybody will read, before anybody agrees to it: without the name, and without what somebody could be recognised by. */
export function PublicPreview({ words, name, villageName }: Props) {
  const form = publicForm({ title: titleOf(words), words, name: name?.trim() || null });
  return (
    <View className="space-above-3">
      <Text className="note block">大家看到的是这样</Text>
      <Card className="space-above-1">
        <Text className="strong block" {...ownDirection}>
          {form.title}
        </Text>
        <Text className="words space-above-1" {...ownDirection}>
          {form.words}
        </Text>
        {villageName && <Text className="note block space-above-1">{villageName}</Text>}
      </Card>
      <Text className="note block space-above-1">像名字、电话、门牌的，换成了〇〇。联络站还会再看一遍，再登。</Text>
    </View>
  );
}
