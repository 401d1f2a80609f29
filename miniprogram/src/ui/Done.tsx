import { View } from '@tarojs/components';
import { useTopOf } from '../platform/scroll';
import { Icon } from './Icon';
import { aria } from './Press';
import './Done.css';
import './check.scss';

export function DoneMark() {
  return (
    <View className="done-mark" aria-hidden="true">
      <Icon name="check" />
    </View>
  );
}

/** It is done: said large, and to readers at once. */
export function Done({ title }: { title: string }) {
  useTopOf(title);
  return (
    <>
      <DoneMark />
      <View className="title" {...aria('status')}>
        {title}
      </View>
    </>
  );
}
