import Taro from '@tarojs/taro';
import { type Assignment, type AssignmentLine, show } from '../../../../../shared/assignments/contract';
import { isWaitingForParts } from '../../../../../shared/assignments/part/words';
import { GONE } from '../../../../../shared/assignments/states';
import { STATE_WORDS } from '../../../../../shared/assignments/words';
import { follow, type RequestPage } from '../../../../../shared/requests/contract';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { Button } from '../../../ui/Button';
import type { IconName } from '../../../ui/Icon';
import { NetBar } from '../../../ui/NetBar';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';
import { Kbd } from '../../ui/Kbd';
import { CONSOLE_PAGES } from '../../ui/pages';
import { STEP_ASIDE, StepAsideButton, StepAsideDialog } from '../../ui/StepAsideDialog';
import { useKeys } from '../../ui/useKeys';
import { AcceptDialog } from './AcceptDialog';
import { AnswerDialog } from './AnswerDialog';
import { AskDialog } from './AskDialog';
import { AssignedDetail } from './AssignedDetail';
import { whyNoReturn } from './assigned-words';
import { ExtendDialog } from './ExtendDialog';
import { InvolveDialog } from './InvolveDialog';
import { MatterSteps } from './MatterSteps';
import { ProgressDialog } from './ProgressDialog';
import { ReturnDialog } from './ReturnDialog';
import { useOpened } from './useOpened';
import './Matter.scss';
import '../../../ui/check.scss';

type Act = Assignment['acts'][number];

/** The acts of a department, in the order of the buttons. */
const OFFERED: Record<Act, { words: string; key: string; icon: IconName }> = {
  accept: { words: '收下来办', key: 'Y', icon: 'check' },
  answer: { words: '答复', key: 'W', icon: 'pen' },
  involve: { words: '叫人一起办', key: 'G', icon: 'plus' },
  progress: { words: '先说一声', key: 'P', icon: 'chat' },
  ask: { words: '问一句', key: 'Q', icon: 'chat' },
  extend: { words: '要宽限', key: 'X', icon: 'clock' },
  return: { words: '不归我管', key: 'O', icon: 'undo' },
};
const ACTS = Object.keys(OFFERED) as Act[];

const DIALOGS = {
  accept: AcceptDialog,
  answer: AnswerDialog,
  progress: ProgressDialog,
  ask: AskDialog,
  involve: InvolveDialog,
  extend: ExtendDialog,
  return: ReturnDialog,
};

type Props = {
  id: string;
  /** What the list says of it, for what is not there to be read any more. */
  line: AssignmentLine | undefined;
  onBack?: () => void;
  onStep: (by: 1 | -1) => void;
};

/** What was assigned, beside the list: the matter as the department may read it, and what it may do with it now. */
export function AssignedMatter({ id, line, ...steps }: Props) {
  const { data, error, refetch, dataUpdatedAt } = useCall(show, { id });
  const gone = data && GONE.includes(data.state);
  const isSuggestion = data?.subject.context === 'suggestions';
  const read = useCall(
    follow,
    { id: data?.subject.id ?? '' },
    { enabled: data !== undefined && !gone && !isSuggestion },
  );
  const failed = error && !data ? error : read.error && !read.data ? read.error : null;
  const seenAt = Math.min(dataUpdatedAt, read.data ? read.dataUpdatedAt : dataUpdatedAt);
  const away = [error, read.error].some((each) => each instanceof OfflineError);
  if (isSuggestion) return <OfSuggestion subject={data.subject.id} />;
  if (data && gone) return <Gone assignment={data} line={line} steps={steps} />;
  if (!data || !read.data)
    return (
      <div className="frame-main">
        {failed ? (
          <ProblemPage error={failed} onRetry={() => (data ? read.refetch() : refetch())} />
        ) : (
          <Skeleton cards={3} />
        )}
      </div>
    );
  return (
    <>
      {away && <NetBar seenAt={seenAt} />}
      <Shown assignment={data} request={read.data} steps={steps} />
    </>
  );
}

/** A suggestion has a page of its own: what deputies wrote, that somebody spoke with them, and the letter. */
export function OfSuggestion({ subject }: { subject: string }) {
  return (
    <State scene="empty" title="这是一件代表建议" words="建议全文、跟代表说话的记录、答复，都在它自己的页上。">
      <Button onPress={() => Taro.navigateTo({ url: `${CONSOLE_PAGES.suggestion}?id=${subject}` })}>
        打开这件建议
      </Button>
    </State>
  );
}

type Steps = { steps: Parameters<typeof MatterSteps>[0] };

/** It went elsewhere: nothing of it is read here any more but what the list says. */
function Gone({ assignment, line, steps }: { assignment: Assignment; line: AssignmentLine | undefined } & Steps) {
  return (
    <div className="matter-inside">
      <div className="matter-head-top">
        <span className="grow" />
        <MatterSteps {...steps} />
      </div>
      <State
        scene="empty"
        title={line?.title ?? '这件不在您这里了'}
        words={`${STATE_WORDS[assignment.state]}，不在您这里了。\n事情和经过，这里不再显示。`}
      />
    </div>
  );
}

function Shown({ assignment, request, steps }: { assignment: Assignment; request: RequestPage } & Steps) {
  const isOwn = request.viewer === 'resident' || request.viewer === 'entrant';
  const aside = isOwn ? [] : (['stepAside'] as const);
  const [opened, setOpened] = useOpened<Act | 'stepAside'>(assignment.id, [...assignment.acts, ...aside]);
  const acts = ACTS.filter((act) => assignment.acts.includes(act));
  const keys = [
    ...acts.map((act) => [OFFERED[act].key, act] as const),
    ...aside.map((act) => [STEP_ASIDE.key, act] as const),
  ];
  useKeys(Object.fromEntries(keys.map(([key, act]) => [key.toLowerCase(), () => setOpened(act)])));
  const Open = opened && opened !== 'stepAside' && DIALOGS[opened];
  const why = whyNoReturn(assignment);
  return (
    <>
      <div className="matter-inside">
        <AssignedDetail assignment={assignment} request={request} head={<MatterSteps {...steps} />} />
      </div>
      <footer className="matter-acts">
        {acts.map((act, index) => (
          <Button
            key={act}
            kind={index === 0 && act !== 'progress' ? 'main' : act === 'return' ? 'text' : 'line'}
            icon={OFFERED[act].icon}
            onPress={() => setOpened(act)}
          >
            {act === 'involve' && acts.includes('accept') ? `收下，${OFFERED[act].words}` : OFFERED[act].words}{' '}
            <Kbd>{OFFERED[act].key}</Kbd>
          </Button>
        ))}
        {!isOwn && <StepAsideButton onPress={() => setOpened('stepAside')} />}
        {why && <span className="note">{why}</span>}
        {isWaitingForParts(assignment.parts ?? []) && (
          <span className="note">还有部门没办完自己那一份，都办完了才能答复。</span>
        )}
      </footer>
      {Open && <Open assignment={assignment} request={request} onClose={() => setOpened(null)} />}
      {opened === 'stepAside' && (
        <StepAsideDialog
          subject={{ context: 'requests', id: request.id }}
          title={request.title}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
