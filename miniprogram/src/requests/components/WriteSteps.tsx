import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/directory/rules';
import { clean, lengthOf } from '../../../../shared/kernel/text';
import { titleOf } from '../../../../shared/requests/rules';
import { type Draft, noteStep, useDrafts } from '../../platform/drafts';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Steps } from '../../ui/Steps';
import { StepCheck } from './StepCheck';
import { StepKind } from './StepKind';
import { StepPlace } from './StepPlace';
import { StepWho } from './StepWho';
import { StepWords } from './StepWords';
import { useBackKey } from './useBackKey';
import type { Writing } from './useDraft';

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

/** Where it was left, but not past a step that still lacks something. */
function startOf(draft: Draft): number {
  const left = draft.waits || draft.problem ? STEPS.length : draft.step;
  const lacking = STEPS.findIndex(({ why }) => why(draft));
  return lacking < 0 ? left : Math.min(left, lacking);
}

type Props = {
  writing: Writing;
  deputy: DeputyPage | null;
  /** To choose whom it goes to. */
  onWhom: () => void;
  onLeave: () => void;
  /** Another draft to the same deputy, to go on with. */
  onOther: (draft: Draft) => void;
};

/** One thing at a time: words, place, kind, who sees it; then all of it once more before it goes. */
export function WriteSteps({ writing, deputy, onWhom, onLeave, onOther }: Props) {
  const { draft, change, changePictures } = writing;
  const [step, setStep] = useState(() => startOf(draft));
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step starts at its top
  useEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [step]);
  const goTo = (next: number) => {
    setPressed(false);
    setStep(next);
    noteStep(draft.id, next);
  };
  const back = () => (step > 0 ? goTo(step - 1) : onLeave());
  useBackKey(step > 0, back);
  const current = STEPS[step];
  if (!current) return <StepCheck writing={writing} deputy={deputy} onStep={goTo} onWhom={onWhom} onBack={back} />;
  const why = busy ? '照片还在放进来，等一等。' : current.why(draft);
  const StepView = current.view;
  const photos = { onPictures: changePictures, onBusy: setBusy };
  return (
    <Page>
      <NavBar title={`跟${deputyTitle(draft.deputyName)}说件事`} back={back} />
      <View className="main">
        <Steps step={step + 1} of={STEPS.length} />
        {step === 0 && <Unfinished draft={draft} onOther={onOther} />}
        <StepView draft={draft} deputy={deputy} change={change} {...photos} />
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow onPress={() => (why ? setPressed(true) : goTo(step + 1))}>
          {step === STEPS.length - 1 ? '看一遍，再送出' : '下一步'}
        </Button>
      </ActionBar>
    </Page>
  );
}

/** Nothing is written yet, and something of before is: people rather go on with that. */
function Unfinished({ draft, onOther }: { draft: Draft; onOther: (draft: Draft) => void }) {
  const all = useDrafts();
  const other = all.find(({ input, waits }) => input.deputyId === draft.input.deputyId && !waits);
  if (!other || all.some(({ id }) => id === draft.id)) return null;
  return (
    <View className="before-title">
      <Notice icon="pen">
        <Text className="block">{`您还有一件没写完：${titleOf(other.input.words ?? '') || '还没写字'}`}</Text>
        <View className="row mt2">
          <Button small kind="line" onPress={() => onOther(other)}>
            接着写那件
          </Button>
        </View>
      </Notice>
    </View>
  );
}
