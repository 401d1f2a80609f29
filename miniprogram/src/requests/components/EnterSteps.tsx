import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ProblemError } from '../../../../shared/kernel/problems';
import { useTopOf } from '../../platform/scroll';
import { EnterCheck } from './EnterCheck';
import { EnterSee } from './EnterSee';
import { EnterVillage } from './EnterVillage';
import { EnterWho } from './EnterWho';
import { EnterWhom, type Villages } from './EnterWhom';
import { EnterWords } from './EnterWords';
import { hasName, phoneFault, wordsFault } from './form';
import { Kind } from './Kind';
import type { Receipt } from './receipt';
import { StepPage } from './StepPage';
import { Unfinished } from './Unfinished';
import type { Entering, Writing } from './useEntering';
import { stepFor, useSteps } from './useSteps';

const LAST = 4;

/** What keeps each step from being left. */
function lacksOf({ input, undecided }: Entering): (string | null)[] {
  const whom = undecided ? '选一位代表，或者“哪位都行”。' : null;
  return [
    hasName(input.name) ? phoneFault(input.contactPhone) : '先写怎么称呼他。',
    wordsFault(input.words),
    input.category ? null : '选一类，选错了没关系。',
    input.village ? whom : '先选是哪个村的事。',
    null,
  ];
}

type Props = { writing: Writing; villages: Villages; onEntered: (receipt: Receipt) => void };

/** One thing at a time: who, what, of which kind, to whom, who sees it; then all of it once more, read out. */
export function EnterSteps({ writing, villages, onEntered }: Props) {
  const { entering, change } = writing;
  const lacks = lacksOf(entering);
  const [started] = useState(() => stepFor(entering.step, lacks));
  const { step, pressed, press, goTo } = useSteps(started, writing.goTo);
  const [before, setBefore] = useState(() => begunFor(entering));
  const [picking, setPicking] = useState(false);
  const [adding, setAdding] = useState(false);
  useTopOf(picking);
  const slipFault =
    writing.error instanceof ProblemError && writing.error.code === 'slip_taken' ? writing.error.message : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out
  useEffect(() => {
    if (slipFault) goTo(0);
  }, [slipFault]);
  const back = () => (step > 0 ? goTo(step - 1) : leave());
  if (picking)
    return (
      <EnterVillage
        chosen={entering.input.village}
        onBack={() => setPicking(false)}
        onChoose={(code) => {
          writing.changeVillage(code);
          setPicking(false);
        }}
      />
    );
  if (step > LAST) return <EnterCheck writing={writing} onStep={goTo} onBack={back} onEntered={onEntered} />;
  const throwAway = () => {
    setBefore(null);
    goTo(0);
    writing.throwAway();
  };
  const why = adding ? '照片还在放进来，等一等。' : (lacks[step] ?? null);
  // A telephone that is none says so under its field.
  const phoneBad = step === 0 && pressed ? phoneFault(entering.input.contactPhone) : null;
  return (
    <StepPage
      title="替人登记"
      step={step + 1}
      of={LAST + 1}
      why={pressed && why !== phoneBad ? why : null}
      end="念一遍，再送出"
      onNext={() => (why ? press() : goTo(step + 1))}
      onBack={back}
    >
      {before && step === started && !adding && (
        <Unfinished words={`上次替${before}记的，还没送出。可以接着写。`} act="扔掉，重新写" onAct={throwAway} />
      )}
      {step === 0 && <EnterWho entering={entering} change={change} slipFault={slipFault} phoneFault={phoneBad} />}
      {step === 1 && (
        <EnterWords entering={entering} change={change} onPictures={writing.changePictures} onBusy={setAdding} />
      )}
      {step === 2 && <Kind input={entering.input} change={change} />}
      {step === 3 && (
        <EnterWhom
          entering={entering}
          villages={villages}
          onVillage={writing.changeVillage}
          onPickVillage={() => setPicking(true)}
          onWhom={writing.changeWhom}
        />
      )}
      {step === LAST && <EnterSee entering={entering} change={change} />}
    </StepPage>
  );
}

/** For whom something of another day is here; null when nothing is. */
function begunFor({ input }: Entering): string | null {
  if (!input.name?.trim() && !input.words?.trim()) return null;
  return input.name?.trim() || '邻居';
}

function leave(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/me/index' });
}
