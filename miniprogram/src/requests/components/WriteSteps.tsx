import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/directory/rules';
import { clean, lengthOf } from '../../../../shared/kernel/text';
import type { Draft } from '../../platform/drafts';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Steps } from '../../ui/Steps';
import { StepCheck } from './StepCheck';
import { StepKind } from './StepKind';
import { StepPlace } from './StepPlace';
import { StepWho } from './StepWho';
import { StepWords } from './StepWords';
import { useDraft } from './useDraft';

const FEWEST = 10;
const MOST = 2000;

function lengthFault(words: string): string | null {
  const count = lengthOf(clean(words));
  if (count < FEWEST) return `再多写几个字，至少 ${FEWEST} 个字。`;
  return count > MOST ? `太长了，最多 ${MOST} 个字。` : null;
}

/** What keeps a step from being left, said beside the button. */
const STEPS = [
  { view: StepWords, why: ({ input }: Draft) => lengthFault(input.words ?? '') },
  { view: StepPlace, why: ({ input }: Draft) => (input.village ? null : '先选是哪个村的事。') },
  { view: StepKind, why: ({ input }: Draft) => (input.category ? null : '选一类，选错了没关系。') },
  { view: StepWho, why: () => null },
] as const;

/** One thing at a time: words, place, kind, who sees it; then all of it once more before it goes. */
export function WriteSteps({ deputy }: { deputy: DeputyPage }) {
  const { draft, change, mark, rekey } = useDraft(deputy);
  const [step, setStep] = useState(draft.waits || draft.problem ? STEPS.length : 0);
  const [pressed, setPressed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step starts at its top
  useEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [step]);
  const goTo = (next: number) => {
    setPressed(false);
    setStep(next);
  };
  const back = () =>
    step > 0
      ? goTo(step - 1)
      : Taro.getCurrentPages().length > 1
        ? Taro.navigateBack()
        : Taro.switchTab({ url: '/pages/home/index' });
  const current = STEPS[step];
  if (!current)
    return (
      <StepCheck draft={draft} deputy={deputy} change={change} onStep={goTo} onBack={back} mark={mark} rekey={rekey} />
    );
  const why = current.why(draft);
  const StepView = current.view;
  return (
    <Page>
      <NavBar title={`跟${deputyTitle(deputy.name)}说件事`} back={back} />
      <View className="main">
        <Steps step={step + 1} of={STEPS.length} />
        <StepView draft={draft} deputy={deputy} change={change} />
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow onPress={() => (why ? setPressed(true) : goTo(step + 1))}>
          {step === STEPS.length - 1 ? '看一遍，再送出' : '下一步'}
        </Button>
      </ActionBar>
    </Page>
  );
}
