import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Card.css';

/** `flush` for cells that reach the edges. */
export function Card({
  children,
  flush,
  className = '',
}: {
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  return <View className={`card ${flush ? 'flush' : ''} ${className}`}>{children}</View>;
}
