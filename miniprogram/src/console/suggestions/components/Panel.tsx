import { useState } from 'react';
import { show } from '../../../../../shared/suggestions/contract';
import { printLetter } from '../../../../../shared/suggestions/contract/office';
import type { Act } from '../../../../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import type { Side } from '../../../../../shared/suggestions/states';
import { act, useOnce } from '../../../platform/act';
import { useCall } from '../../../platform/query';
import { isLost } from '../../../platform/store';
import type { FormAct } from '../../../suggestions/components/forms';
import { OneSuggestion } from '../../../suggestions/components/OneSuggestion';
import { Button } from '../../../ui/Button';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';
import { Kbd } from '../../ui/Kbd';
import { STEP_ASIDE, StepAsideDialog } from '../../ui/StepAsideDialog';
import { useFile } from '../../ui/useFile';
import { useKeys } from '../../ui/useKeys';
import { AssignCard } from './AssignCard';
import { Attachments } from './Attachments';
import { Checklist } from './Checklist';
import { MergeDialog } from './MergeDialog';
import { undoMerge } from './undo-merge';
import { useAssign } from './useAssign';
import { Watcher } from './Watcher';
import './Judged.css';
import '../../../ui/swap.scss';

/** The same as on a phone: what somebody at the desk may do is offered by the same table. */
export function Panel({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const { data, error, refetch } = useCall(show, { id });
  if (isLost(error)) return <State scene="empty" title="没找到这件建议" words="可能换了部门，或者代表撤回了。" />;
  if (data)
    return (
      <>
        {data.answer && <Letter id={id} />}
        <Attachments suggestion={data} />
        <Read suggestion={data} onOpen={onOpen} />
        {data.may.includes('name_watcher') && !data.assigning && <Watcher suggestion={data} />}
        {STAFF.includes(data.viewer) && <Aside id={id} title={data.title} />}
      </>
    );
  return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
}

type ReadProps = { suggestion: Suggestion; onOpen: (id: string) => void };

/** 43a: what it says and whether it is one on the left, who handles it on the right, and what is done with it below. Later what has become of it. */
function Read({ suggestion, onOpen }: ReadProps) {
  const { id, version, title, may, assigning } = suggestion;
  const [open, setOpen] = useState<FormAct | null>(null);
  const [merging, setMerging] = useState(false);
  const { busy: parting, once } = useOnce(() => {});
  const form = useAssign(suggestion);
  const has = (act: Act) => may.includes(act);
  const redirect = () => setOpen('redirect');
  const merge = () => setMerging(true);
  useKeys({
    o: has('redirect') ? redirect : undefined,
    a: assigning && !form.isPending ? form.send : undefined,
    m: has('merge') ? merge : undefined,
  });
  const part = (step: { id: string; version: number }) => once(() => undoMerge([step]));
  return (
    <>
      <OneSuggestion
        suggestion={suggestion}
        opening={[open, setOpen]}
        beside={{ onOpen, onPart: (one) => one.id && one.version && part({ id: one.id, version: one.version }) }}
        judging={
          assigning &&
          (({ words, residents }) => (
            <div className="assign-columns">
              <div className="assign-read">
                {words}
                {has('redirect') && <Checklist suggestion={suggestion} onRedirect={redirect} />}
                {residents}
              </div>
              <AssignCard suggestion={suggestion} at={assigning} form={form} />
            </div>
          ))
        }
      />
      {(assigning || has('merge') || has('part')) && (
        <div className="assign-bar">
          {assigning && (
            <Button icon="swap" busy={form.isPending && '正在送…'} onPress={form.send}>
              交办 <Kbd>A</Kbd>
            </Button>
          )}
          {has('merge') && (
            <Button kind="line" onPress={merge}>
              和别的合成一件 <Kbd>M</Kbd>
            </Button>
          )}
          {has('part') && (
            <Button
              kind="line"
              label={`拆开，单独办：${title}`}
              busy={parting && '正在拆…'}
              onPress={() => part({ id, version })}
            >
              拆开，单独办
            </Button>
          )}
        </div>
      )}
      {merging && <MergeDialog suggestion={suggestion} onClose={() => setMerging(false)} />}
    </>
  );
}

const STAFF: readonly Side[] = ['office', 'department'];

/** For who has a part in it: the office, and whoever works in the department. */
function Aside({ id, title }: { id: string; title: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <div className="row space-above-3">
        <Button kind="text" onPress={() => setOpened(true)}>
          {STEP_ASIDE.words}
        </Button>
      </div>
      {opened && (
        <StepAsideDialog subject={{ context: 'suggestions', id }} title={title} onClose={() => setOpened(false)} />
      )}
    </>
  );
}

/** The answer as a letter, to print, or to seal and send. */
function Letter({ id }: { id: string }) {
  const { busy, make: makeFile } = useFile();
  const make = (as: 'pdf' | 'docx') => () =>
    makeFile(
      () => act(printLetter, { id, as }),
      '答复函做好了，10 分钟内打开。',
      as === 'pdf' ? '打开答复函' : undefined,
    );
  return (
    <div className="row space-above-2">
      <Button small kind="line" busy={busy && '正在做…'} onPress={make('pdf')}>
        打印答复函
      </Button>
      <Button small kind="line" busy={busy && '正在做…'} onPress={make('docx')}>
        答复函 .docx
      </Button>
    </div>
  );
}
