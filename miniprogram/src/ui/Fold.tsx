import type { ReactNode } from 'react';
import { Press } from './Press';
import './Fold.css';

type Props = { children: ReactNode; label?: string; onPress: () => void };

/** The foot of a card behind which there is more. */
export function Fold({ children, label, onPress }: Props) {
  return (
    <Press className="fold" label={label} onPress={onPress}>
      {children}
    </Press>
  );
}
