import { Text } from '@tarojs/components';
import './Seal.css';

/** One character that says the level (印): 镇 乡 县 市 省 国. */
export function Seal({ children }: { children: string }) {
  return <Text className="seal">{children}</Text>;
}
