import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Steps } from '../../ui/Steps';

type Props = {
  title: string;
  /** From 1. */
  step: number;
  of: number;
  /** Why one can't go on, once it was tried. */
  why: string | null;
  /** What the last step leads to, and what any other does where that is not simply the next. */
  end: string;
  next?: string;
  onNext: () => void;
  onBack: () => void;
  children: ReactNode;
};

/** One step of a form: how far it is, what is asked, and on. */
export function StepPage({ title, step, of, why, end, next = '下一步', onNext, onBack, children }: Props) {
  return (
    <Page>
      <NavBar title={title} back={onBack} />
      <View className="main">
        <Steps step={step} of={of} />
        {children}
      </View>
      <ActionBar why={why}>
        <Button grow onPress={onNext}>
          {step === of ? end : next}
        </Button>
      </ActionBar>
    </Page>
  );
}
