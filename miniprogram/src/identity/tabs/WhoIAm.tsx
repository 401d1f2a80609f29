import { Text, View } from '@tarojs/components';
import type { Me } from '../../../../shared/identity/contract';
import { usePlace } from '../../platform/place';
import { canSignIn } from '../../platform/session';
import './WhoIAm.css';

/** The person's name, and what the phone knows of them. */
export function WhoIAm({ me, deputyName }: { me: Me | undefined; deputyName: string | null }) {
  const place = usePlace();
  const name = deputyName ?? me?.name ?? (me ? '居民' : '您好');
  const under = [me?.maskedPhone, place && `${place.townName}${place.villageName}`].filter(Boolean).join(' · ');
  const nothingKnown = canSignIn() ? '说第一件事的时候，再确认手机号' : '您的事，请在微信里打开看';
  return (
    <View className="me-head">
      <View className="me-initial" aria-hidden="true">
        {[...name][0]}
      </View>
      <View className="grow">
        <Text className="title">{name}</Text>
        <Text className="secondary block">{under || nothingKnown}</Text>
      </View>
    </View>
  );
}
