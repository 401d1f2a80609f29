import { useRef, useState } from 'react';
import { preparation, prepared as preparedProcedure, rolls } from '../../../../../shared/appraisals/contract';
import { STATES } from '../../../../../shared/appraisals/states';
import { now } from '../../../platform/clock';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/useKeys';
import { useNarrow } from '../../ui/useNarrow';
import { Conflict } from './Conflict';
import { askedCount, missingOf, STEP_WORDS, STEPS, type Step } from './draft';
import { notesOf } from './notes';
import { Overview } from './Overview';
import { Phone } from './Phone';
import { SetupSteps } from './SetupSteps';
import { StepDepartments } from './StepDepartments';
import { StepName } from './StepName';
import { StepOpen } from './StepOpen';
import { StepPeople } from './StepPeople';
import { StepQuestions } from './StepQuestions';
import { StepTrial } from './StepTrial';
import { useDepartments } from './useDepartments';
import { type Prepared, useDraft } from './useDraft';
import { useSaveKey } from './useSaveKey';
import './Prepare.css';

/** 准备 (44a): six steps, what is written at one of them, and how it looks on a phone. */
export function Prepare({ prepared }: { prepared: Prepared }) {
  const { id, trials, version } = prepared;
  const writing = useDraft(prepared);
  const { draft, changed } = writing;
  const county = useCall(rolls, {}).data;
  const departments = useDepartments().departments ?? [];
  const missing = missingOf(draft, trials, now());
  const lacking = new Set<Step>([...missing.map(({ step }) => step), 'open']);
  const [at, setAt] = useState<Step>(() => STEPS.find((step) => lacking.has(step)) ?? 'open');
  const narrow = useNarrow();
  const last = useLast(id);
  const middle = useRef<HTMLElement>(null);
  const go = (step: Step) => {
    setAt(step);
    middle.current?.scrollTo?.({ top: 0 });
    // Where one thing stands under the other, what was chosen comes into sight.
    if (narrow) window.requestAnimationFrame(() => middle.current?.scrollIntoView?.());
  };
  useSaveKey(writing.save);
  useKeys({ t: () => go('trial') });
  const chosen = draft.departments.map(({ id, about = '' }) => ({
    id,
    name: departments.find((one) => one.id === id)?.name ?? '',
    about,
  }));
  const inside: Record<Step, () => JSX.Element> = {
    name: () => <StepName writing={writing} />,
    departments: () => <StepDepartments writing={writing} departments={departments} />,
    people: () => <StepPeople writing={writing} people={county ?? null} />,
    questions: () => (
      <>
        <StepQuestions writing={writing} last={last} />
        <Overview subjects={chosen} />
      </>
    ),
    trial: () => <StepTrial id={id} trials={trials} />,
    open: () => <StepOpen prepared={prepared} writing={writing} missing={missing.map(({ words }) => words)} />,
  };
  const whyNotTried = changed ? '改过的还没存。先存着，再试投。' : version !== writing.version ? '正在取新的…' : null;
  return (
    <div className="prepare">
      <section className="panel prepare-steps" aria-label="准备六步">
        <h2 className="heading">准备六步</h2>
        <SetupSteps at={at} notes={notesOf(draft, trials, county ?? null)} open={lacking} onGo={go} />
        <div className="prepare-notice">
          <Notice icon="shield">{`不到 ${draft.threshold} 人的格子不公布。这个数也一起冻住。`}</Notice>
        </div>
      </section>
      <section className="panel prepare-middle" aria-label={STEP_WORDS[at]}>
        <div className="prepare-inside" ref={middle as never}>
          <h2 className="heading">{STEP_WORDS[at]}</h2>
          <div className="space-above-2">
            <Conflict writing={writing} now={prepared.draft} departments={departments} />
            {inside[at]()}
          </div>
        </div>
        <Foot writing={writing} onTry={() => go('trial')} />
      </section>
      <Phone
        id={id}
        version={writing.version}
        questions={draft.questions}
        subjects={chosen}
        asks={draft.asks}
        why={whyNotTried}
      />
    </div>
  );
}

type FootProps = { writing: ReturnType<typeof useDraft>; onTry: () => void };

function Foot({ writing, onTry }: FootProps) {
  const { draft, changed, why, busy, error, save } = writing;
  return (
    <div className="prepare-foot">
      <div className="frozen-bar">
        <Icon name="lock" />
        <span className="grow">
          <b className="block">开票那一刻，把这些一起冻住</b>
          <span className="note">
            {`问卷 ${draft.questions.length} 条 · 部门 ${draft.departments.length} 个 · 每人评 ${askedCount(draft)} 个 · ${draft.threshold} 人线`}
          </span>
        </span>
      </div>
      {error && (
        <p className="text-late space-above-2" role="alert">
          {sayFault(error)}
        </p>
      )}
      <div className="row wrap space-above-3">
        <Button icon="phone" onPress={onTry}>
          去试投 <Kbd>T</Kbd>
        </Button>
        <Button kind="line" disabled={!changed || Boolean(why)} busy={busy && '正在存…'} onPress={save}>
          先存着 <Kbd>Ctrl S</Kbd>
        </Button>
        <span className="note grow prepare-status" role="status">
          {changed ? (why ?? '改过的还没存') : '都存好了'}
        </span>
        <span className="note">开票要两个人一起点</span>
      </div>
    </div>
  );
}

/** The one before, for what can be taken over from it. */
function useLast(id: string) {
  const all = useCall(preparedProcedure, {}).data?.appraisals ?? [];
  const before = all.find((one) => one.id !== id && STATES[one.state].public);
  const data = useCall(preparation, { id: before?.id ?? '' }, { enabled: before !== undefined }).data;
  return data ? { title: data.draft.title, questions: data.draft.questions } : null;
}
