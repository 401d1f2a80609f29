import { useState } from 'react';
import { useTopOf } from '../../platform/scroll';

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

/** Where it was left, but not past a step that still lacks something. */
export function stepFor(left: number, lacks: readonly (string | null)[]): number {
  const lacking = lacks.findIndex((lack) => lack !== null);
  return lacking < 0 ? left : Math.min(left, lacking);
}
