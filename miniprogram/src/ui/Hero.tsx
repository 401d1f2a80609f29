import { Text, View } from '@tarojs/components';
import { chooseSize, useDisplay } from '../platform/display';
import { Icon } from './Icon';
import { Mark } from './Mark';
import { NavBar } from './NavBar';
import { PlaceSwitch } from './PlaceSwitch';
import { Press } from './Press';
import './Hero.scss';
import './scenery.scss';

/** Slogan and landscape. 长辈版 has its entry here, where nobody has to look for it. */
export function Hero({ county }: { county: string }) {
  return (
    <>
      <NavBar>
        <PlaceSwitch />
      </NavBar>
      <View className="hero">
        <View className="hero-landscape" aria-hidden="true" />
        <View className="hero-inside">
          <View className="row between">
            <View className="hero-brand">
              <Mark />
              <Text>{county ? `连心站 · ${county}` : '连心站'}</Text>
            </View>
            <ElderEntry />
          </View>
          <Text className="hero-title space-above-4">有事，找代表。</Text>
          <Text className="hero-subtitle">您点头，才算办完。</Text>
        </View>
      </View>
    </>
  );
}

export function ElderEntry() {
  const { elder } = useDisplay();
  return (
    <Press className="elder-entry" onPress={() => chooseSize(elder ? 'normal' : 'elder')}>
      <Icon name="text" />
      {elder ? '平常版' : '长辈版'}
    </Press>
  );
}
