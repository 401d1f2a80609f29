import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isSecondTap, useUnderWay } from '../platform/press';
import './Press.css';

type Role = 'button' | 'radio' | 'tab' | 'switch' | 'link' | 'option';

type Props = {
  onPress?: () => void;
  /** What a screen reader says when the words inside are not enough. */
  label?: string;
  role?: Role;
  /** Chosen or switched on; only for roles that can be. */
  on?: boolean;
  disabled?: boolean;
  /** Pressed again at once is meant so: for what stays under the finger and does the same. */
  repeats?: boolean;
  className?: string;
  children?: ReactNode;
};

const WEAPP = process.env.TARO_ENV === 'weapp';

/** The same meaning for both: WeChat reads `aria-role`, a browser `role`. */
export function aria(role: string, label?: string): Record<string, string> {
  const level: Record<string, string> = role === 'heading' && !WEAPP ? { 'aria-level': '2' } : {};
  return { [WEAPP ? 'aria-role' : 'role']: role, ...level, ...(label ? { 'aria-label': label } : {}) };
}

/** What a person wrote runs in the direction of its own script; in WeChat the style alone says so (`said`). */
export const ownDirection: Record<string, string> = WEAPP ? {} : { dir: 'auto' };

/** The name of something to type in. In a browser Taro wraps the element itself, which hears only what is passed through. */
export function named(label: string): Record<string, unknown> {
  return WEAPP ? { 'aria-label': label } : { nativeProps: { 'aria-label': label, ...ownDirection } };
}

/** Everything that can be pressed. In a browser it takes the focus and answers to Enter and the space bar. */
export function Press({ onPress, label, role = 'button', on, disabled, repeats, className = '', children }: Props) {
  const begin = useUnderWay(onPress);
  const press = disabled || !onPress ? undefined : begin;
  const state =
    on === undefined ? {} : { [role === 'tab' || role === 'option' ? 'aria-selected' : 'aria-checked']: String(on) };
  const keys = WEAPP ? {} : { tabIndex: 0, onKeyDown: (event: KeyboardEvent) => pressByKey(event, press) };
  return (
    <View
      className={`pressable ${className}`}
      {...aria(role, label)}
      {...state}
      {...keys}
      aria-disabled={disabled ? 'true' : undefined}
      onClick={press && ((event) => (repeats || !isSecondTap(event)) && press())}
    >
      {children}
    </View>
  );
}

function pressByKey(event: KeyboardEvent, press?: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  // A key that is held down is one press.
  if (!event.repeat) press?.();
}
