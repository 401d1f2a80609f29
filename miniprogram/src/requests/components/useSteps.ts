import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { focusPage } from '../../platform/focus';

/** One thing at a time. `goTo` says where writing is now; `pressed`: somebody wanted to go on, so what is lacking is said. */
export function useSteps(start: number, keep: (step: number) => void) {
  const [step, setStep] = useState(start);
  const [pressed, setPressed] = useState(false);
  useTopOf(step);
  const goTo = (next: number) => {
    setPressed(false);
    setStep(next);
    keep(next);
  };
  return { step, pressed, press: () => setPressed(true), goTo };
}

/** What is new on the screen starts at its top. */
export function useTopOf(what: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is shown
  useEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
    focusPage();
  }, [what]);
}

/** Where it was left, but not past a step that still lacks something. */
export function stepFor(left: number, lacks: readonly (string | null)[]): number {
  const lacking = lacks.findIndex((lack) => lack !== null);
  return lacking < 0 ? left : Math.min(left, lacking);
}
