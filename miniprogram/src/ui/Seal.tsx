import { Text } from '@tarojs/components';
import './Seal.css';

/** One character that says the level (印): 镇 乡 县 市 省 国; filled on the badge of who serves. */
export function Seal({ children, fill }: { children: string; fill?: boolean }) {
  return <Text className={fill ? 'seal fill' : 'seal'}>{children}</Text>;
}
