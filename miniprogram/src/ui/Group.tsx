import { View } from '@tarojs/components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { aria } from './Press';

type Props = { role: 'radiogroup' | 'tablist'; label: string; className?: string; children: ReactNode };

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Some of which one is chosen. In a browser Tab stops at it once, and the arrow keys, Home and End walk inside it; among
 * radios walking chooses, among tabs Enter does (ARIA Authoring Practices).
 */
export function Group({ role, label, className, children }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const all = membersOf(box.current);
    const stop = all.find(isOn) ?? all[0];
    for (const one of all) one.tabIndex = one === stop ? 0 : -1;
  });
  const keys = process.env.TARO_ENV === 'h5' ? { onKeyDown: (event: KeyboardEvent) => walk(event, role) } : {};
  return (
    <View ref={box} className={className} {...aria(role, label)} {...keys}>
      {children}
    </View>
  );
}

function membersOf(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role=radio],[role=tab]') ?? [])];
}

function isOn(one: HTMLElement): boolean {
  return (one.getAttribute('aria-checked') ?? one.getAttribute('aria-selected')) === 'true';
}

function walk(event: KeyboardEvent, role: Props['role']): void {
  // With another key it is the browser's own, as to go back.
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const all = membersOf(event.currentTarget as HTMLElement);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = nextOf(event.key, at, all.length);
  if (next === null || at < 0) return;
  event.preventDefault();
  all[next]?.focus();
  if (role === 'radiogroup') all[next]?.click();
}

function nextOf(key: string, at: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = STEPS[key];
  return step === undefined ? null : (at + step + length) % length;
}
