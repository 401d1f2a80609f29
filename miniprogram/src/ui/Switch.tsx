import { View } from '@tarojs/components';
import { Press } from './Press';
import './Switch.css';

export function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Press className="switch-target" role="switch" on={on} label={label} onPress={() => onChange(!on)}>
      <View className={`switch ${on ? 'on' : ''}`} />
    </Press>
  );
}
