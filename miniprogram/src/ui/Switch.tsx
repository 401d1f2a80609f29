import { View } from '@tarojs/components';
import { Press } from './Press';

export function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Press className="switch-tap" role="switch" on={on} label={label} onPress={() => onChange(!on)}>
      <View className={`switch ${on ? 'on' : ''}`} />
    </Press>
  );
}
