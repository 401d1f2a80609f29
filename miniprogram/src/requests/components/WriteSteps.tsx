import { useState } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { BoardItem } from '../../../../shared/requests/contract';
import { titleOf } from '../../../../shared/requests/rules';
import { type Draft, isWritten, noteStep, STEPS, useDrafts } from '../../platform/drafts';
import { wordsFault } from './form';
import { IsSame } from './IsSame';
import { Kind } from './Kind';
import { StepCheck } from './StepCheck';
import { StepPage } from './StepPage';
import { StepPlace } from './StepPlace';
import { StepWho } from './StepWho';
import { StepWords } from './StepWords';
import { Unfinished } from './Unfinished';
import { useAlike } from './useAlike';
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
  const { draft, change, changePictures, changeSame } = writing;
  const lacks = lacksOf(draft);
  const [start] = useState(() => stepFor(draft.waits || draft.problem ? LAST + 1 : draft.step, lacks));
  const { step, pressed, press, goTo } = useSteps(start, (next) => noteStep(draft.id, next));
  const [adding, setAdding] = useState(false);
  const [looked, setLooked] = useState<BoardItem | null>(null);
  const alike = useAlike(step === 0 ? draft.input : {});
  const found = draft.input.sameAs ? [] : alike;
  const back = () => (looked ? setLooked(null) : step > 0 ? goTo(step - 1) : onLeave());
  useBackKey(step > 0 || looked !== null, back);
  if (step > LAST) return <StepCheck writing={writing} deputy={deputy} onStep={goTo} onWhom={onWhom} onBack={back} />;
  if (looked) {
    const same = () => {
      changeSame(looked);
      setLooked(null);
      if (lacks[0]) press();
      else goTo(1);
    };
    return <IsSame words={draft.input.words ?? ''} item={looked} onSame={same} onBack={back} />;
  }
  const why = adding ? '照片还在放进来，等一等。' : (lacks[step] ?? null);
  const given = { draft, deputy, change };
  return (
    <StepPage
      title={`跟${deputyTitle(draft.deputyName)}说件事`}
      step={step + 1}
      of={LAST + 1}
      why={pressed ? why : null}
      end="看一遍，再送出"
      next={step === 0 && found.length ? '都不是，下一步' : undefined}
      onNext={() => (why ? press() : goTo(step + 1))}
      onBack={back}
    >
      {step === 0 && <OtherDraft draft={draft} onOther={onOther} />}
      {step === 0 && (
        <StepWords
          {...given}
          found={found}
          onLook={setLooked}
          onDropSame={() => changeSame(null)}
          onPictures={changePictures}
          onBusy={setAdding}
        />
      )}
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
