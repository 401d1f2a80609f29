import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { usePlace, useUnit } from '../platform/place';
import { Icon } from './Icon';
import { Press } from './Press';
import './PlaceSwitch.css';

/** Where I am, one tap to change. */
export function PlaceSwitch() {
  const place = usePlace();
  const unit = useUnit();
  const village = place && `${place.townName} ${place.villageName}`;
  const words = village ?? unit?.name ?? '选您住的村';
  return (
    <Press
      className="place-switch"
      label={place || unit ? `${words}，换一个` : words}
      onPress={() => Taro.navigateTo({ url: '/directory/pages/place/index' })}
    >
      <Icon name="pin" />
      <Text className="place-switch-name">{words}</Text>
      <Icon name="down" className="tiny" />
    </Press>
  );
}
