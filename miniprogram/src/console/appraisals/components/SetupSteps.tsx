import { Group } from '../../../ui/Group';
import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import { STEP_WORDS, STEPS, type Step } from './draft';
import './SetupSteps.css';

type Props = {
  at: Step;
  /** What each step says of itself. */
  notes: Record<Step, readonly string[]>;
  /** Those in which something is missing still. */
  open: ReadonlySet<Step>;
  onGo: (step: Step) => void;
};

/** 准备六步. A tick says that nothing is missing there; the red one is the first that is not done. */
export function SetupSteps({ at, notes, open, onGo }: Props) {
  const now = STEPS.find((step) => open.has(step));
  return (
    <Group role="tablist" label="准备六步" className="setup">
      {STEPS.map((step, index) => {
        const done = !open.has(step);
        const mark = done ? 'done' : step === now ? 'now' : '';
        return (
          <Press
            key={step}
            role="tab"
            on={step === at}
            className={`setup-step ${mark} ${step === at ? 'on' : ''}`}
            onPress={() => onGo(step)}
          >
            <span className="setup-mark" aria-hidden="true">
              {done ? <Icon name="check" /> : index + 1}
            </span>
            <span className="grow">
              <b>{STEP_WORDS[step]}</b>
              <span className="screen-reader-only">{done ? '，好了。' : '，还没好。'}</span>
              {notes[step].map((note) => (
                <span key={note} className="note block">
                  {note}
                </span>
              ))}
            </span>
          </Press>
        );
      })}
    </Group>
  );
}
