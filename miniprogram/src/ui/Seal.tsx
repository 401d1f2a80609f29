import { Text } from '@tarojs/components';
import './Seal.css';

/** One character that says the level (印): 镇 乡 县 市 省 国; filled on the badge. */
export function Seal({ children, fill, tone }: { children: string; fill?: boolean; tone?: 'accent' | 'grey' }) {
  return <Text className={`seal ${fill ? 'fill' : ''} ${tone ?? ''}`}>{children}</Text>;
}
