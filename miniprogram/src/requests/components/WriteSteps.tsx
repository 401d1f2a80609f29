import { useState } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/kernel/names';
import { titleOf } from '../../../../shared/requests/rules';
import { type Draft, isWritten, noteStep, STEPS, useDrafts } from '../../platform/drafts';
import { wordsFault } from './form';
import { Kind } from './Kind';
import { StepCheck } from './StepCheck';
import { StepPage } from './StepPage';
import { StepPlace } from './StepPlace';
import { StepWho } from './StepWho';
import { StepWords } from './StepWords';
import { Unfinished } from './Unfinished';
import { useBackKey } from './useBackKey';
import type { Writing } from './useDraft';
import { stepFor, useSteps } from './useSteps';

const LAST = STEPS - 1;

/** What keeps each step from being left. */
function lacksOf({ input }: Draft): (string | null)[] {
  return [
    wordsFault(input.words),
    input.village ? null : '先选是哪个村的事。',
    input.category ? null : '选一类，选错了没关系。',
    null,
  ];
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
  const lacks = lacksOf(draft);
  const [start] = useState(() => stepFor(draft.waits || draft.problem ? LAST + 1 : draft.step, lacks));
  const { step, pressed, press, goTo } = useSteps(start, (next) => noteStep(draft.id, next));
  const [adding, setAdding] = useState(false);
  const back = () => (step > 0 ? goTo(step - 1) : onLeave());
  useBackKey(step > 0, back);
  if (step > LAST) return <StepCheck writing={writing} deputy={deputy} onStep={goTo} onWhom={onWhom} onBack={back} />;
  const why = adding ? '照片还在放进来，等一等。' : (lacks[step] ?? null);
  const given = { draft, deputy, change };
  return (
    <StepPage
      title={`跟${deputyTitle(draft.deputyName)}说件事`}
      step={step + 1}
      of={LAST + 1}
      why={pressed ? why : null}
      end="看一遍，再送出"
      onNext={() => (why ? press() : goTo(step + 1))}
      onBack={back}
    >
      {step === 0 && <OtherDraft draft={draft} onOther={onOther} />}
      {step === 0 && <StepWords {...given} onPictures={changePictures} onBusy={setAdding} />}
      {step === 1 && <StepPlace {...given} />}
      {step === 2 && <Kind input={draft.input} change={change} />}
      {step === LAST && <StepWho {...given} />}
    </StepPage>
  );
}

/** Nothing is written yet, and something of before is: people rather go on with that. */
function OtherDraft({ draft, onOther }: { draft: Draft; onOther: (draft: Draft) => void }) {
  const all = useDrafts();
  const other = all.find(({ input, waits }) => input.deputyId === draft.input.deputyId && !waits);
  if (!other || all.some(({ id }) => id === draft.id)) return null;
  const title = titleOf(other.input.words ?? '') || '还没写字';
  const [words, act] = isWritten(other)
    ? [`您还有一件写好了没送：${title}`, '去送那件']
    : [`您还有一件没写完：${title}`, '接着写那件'];
  return <Unfinished words={words} act={act} onAct={() => onOther(other)} />;
}
