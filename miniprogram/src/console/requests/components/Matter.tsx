import { follow, type RequestPage } from '../../../../../shared/requests/contract';
import type { Act } from '../../../../../shared/requests/lifecycle';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Button } from '../../../ui/Button';
import type { IconName } from '../../../ui/Icon';
import { NetBar } from '../../../ui/NetBar';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';
import { Kbd } from '../../ui/Kbd';
import { STEP_ASIDE, StepAsideDialog } from '../../ui/StepAsideDialog';
import { useKeys } from '../../ui/useKeys';
import { AssignDialog } from './AssignDialog';
import { GiveBackDialog, TakeBackDialog } from './BackDialogs';
import { ContactDialog } from './ContactDialog';
import { DecideAskedDialog } from './DecideAskedDialog';
import { DepartmentDialog } from './DepartmentDialog';
import { Detail } from './Detail';
import { HideWordsDialog } from './HideWordsDialog';
import { AnswerHigherDialog, TellHigherDialog } from './HigherDialogs';
import { AwaitHotlineDialog, EndHotlineDialog, NumberHotlineDialog } from './HotlineDialogs';
import { MatterSteps } from './MatterSteps';
import { MergeDialog, UnmergeDialog } from './MergeDialog';
import { ModerateDialog } from './ModerateDialog';
import { NoteDialog } from './NoteDialog';
import { openReports, ReportsDialog } from './ReportsDialog';
import { ReviewContentDialog } from './ReviewContentDialog';
import { SeePhoneDialog } from './SeePhoneDialog';
import { useOpened } from './useOpened';
import { useReceipt } from './useReceipt';
import { DivertDialog, ReleaseDialog, SendToOfficeDialog } from './WrongdoingDialogs';
import './Matter.scss';
import '../../../ui/swap.scss';

type Opened =
  | 'stepAside'
  | 'divert'
  | 'release'
  | 'sendToOffice'
  | 'assign'
  | 'giveBack'
  | 'takeBack'
  | 'decideAsked'
  | 'reassign'
  | 'note'
  | 'moderate'
  | 'reviewContent'
  | 'correctContact'
  | 'seePhone'
  | 'hideWords'
  | 'answerReports'
  | 'tellHigher'
  | 'answerHigher'
  | 'awaitHotline'
  | 'endHotline'
  | 'numberHotline'
  | 'merge'
  | 'unmerge';
type Offered = { words: string; key: string; icon?: IconName };

/** The acts of a station, in the order of the buttons; null: done on a phone. */
const OFFERED = {
  divert: { words: '是检举', key: 'Y', icon: 'right' },
  release: { words: '不是，照常办', key: 'F', icon: 'check' },
  reviewContent: { words: '人工定', key: 'D', icon: 'eye-off' },
  moderate: { words: '审公开', key: 'S', icon: 'shield' },
  endHotline: { words: '12345 的结果', key: 'V', icon: 'check' },
  decideAsked: { words: '回部门', key: 'Q', icon: 'chat' },
  assign: { words: '分给部门', key: 'A', icon: 'right' },
  giveBack: { words: '交回代表', key: 'B', icon: 'undo' },
  answerHigher: { words: '上级代表答了', key: 'X', icon: 'check' },
  tellHigher: { words: '告诉上级代表', key: 'I', icon: 'chat' },
  reassign: { words: '改派', key: 'R', icon: 'undo' },
  note: { words: '留一句', key: 'N', icon: 'chat' },
  merge: { words: '合成一件', key: 'M', icon: 'swap' },
  unmerge: { words: '拆开', key: 'U', icon: 'undo' },
  awaitHotline: { words: '等 12345', key: 'W', icon: 'phone' },
  numberHotline: { words: '12345 编号', key: 'E', icon: 'phone' },
  takeBack: { words: '收回来', key: 'Z', icon: 'undo' },
  seePhone: { words: '看电话', key: 'L', icon: 'eye' },
  hideWords: { words: '隐去', key: 'H', icon: 'eye-off' },
  sendToOffice: { words: '像检举', key: 'O', icon: 'shield' },
  correctContact: { words: '改电话', key: 'T', icon: 'phone' },
  print: { words: '打印回执', key: 'P' },
  refer: null,
  answer: null,
  ask: null,
  pass: null,
  take: null,
  decideHandover: null,
  declineHandover: null,
  supplement: null,
  rate: null,
  withdrawRating: null,
  reopen: null,
  withdraw: null,
  withdrawConsent: null,
} satisfies Record<Act, Offered | null>;

const ACTS = (Object.entries(OFFERED) as [Opened | 'print', Offered | null][]).flatMap(([act, offered]) =>
  offered ? [{ act, ...offered }] : [],
);

/** Not of the matter's own life, but of what stands of it on the board: it comes before everything else. */
const REPORTS: Offered & { act: Opened } = { act: 'answerReports', words: '答复举报', key: 'G', icon: 'alert' };

/** For who has a part in the matter; whose own it is, or who speaks for them, does not work on it in any case. */
const ASIDE: Offered & { act: Opened } = { act: 'stepAside', ...STEP_ASIDE };

const DIALOGS = {
  stepAside: AsideDialog,
  divert: DivertDialog,
  release: ReleaseDialog,
  sendToOffice: SendToOfficeDialog,
  assign: DepartmentDialog,
  giveBack: GiveBackDialog,
  takeBack: TakeBackDialog,
  decideAsked: DecideAskedDialog,
  reassign: AssignDialog,
  note: NoteDialog,
  moderate: ModerateDialog,
  reviewContent: ReviewContentDialog,
  seePhone: SeePhoneDialog,
  hideWords: HideWordsDialog,
  correctContact: ContactDialog,
  answerReports: ReportsDialog,
  tellHigher: TellHigherDialog,
  answerHigher: AnswerHigherDialog,
  awaitHotline: AwaitHotlineDialog,
  endHotline: EndHotlineDialog,
  numberHotline: NumberHotlineDialog,
  merge: MergeDialog,
  unmerge: UnmergeDialog,
};

function AsideDialog({ request: { id, title }, onClose }: { request: RequestPage; onClose: () => void }) {
  return <StepAsideDialog subject={{ context: 'requests', id }} title={title} onClose={onClose} />;
}

type Props = { id: string; onBack?: () => void; onStep: (by: 1 | -1) => void };

/** The matter beside the list, and what the station may do with it now. */
export function Matter({ id, onBack, onStep }: Props) {
  const { data, error, refetch, dataUpdatedAt } = useCall(follow, { id });
  if (isLost(error) && error.code === 'not_found')
    return (
      <div className="matter-inside">
        <div className="matter-head-top">
          <span className="grow" />
          <MatterSteps onBack={onBack} onStep={onStep} />
        </div>
        <State scene="empty" title="这件您看不到了" words={'交给了人大办公室，或者您回避了。\n请从单子里选下一件。'} />
      </div>
    );
  if (!data)
    return (
      <div className="frame-main">
        {error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />}
      </div>
    );
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      <Shown request={data} onBack={onBack} onStep={onStep} />
    </>
  );
}

function Shown({ request, onBack, onStep }: { request: RequestPage } & Omit<Props, 'id'>) {
  const reported = openReports(request).length > 0;
  const isOwn = request.viewer === 'resident' || request.viewer === 'entrant';
  const besides = [...(reported ? [REPORTS.act] : []), ...(isOwn ? [] : [ASIDE.act])];
  const possible = [...besides, ...request.may];
  const [opened, setOpened] = useOpened<Opened>(request.id, possible);
  const { print, printing } = useReceipt();
  // A wrong phone comes first. What was screened once may be screened again, but it does not wait for it.
  const done = request.publication !== 'pending';
  const may = ACTS.filter(({ act }) => request.may.some((one) => one === act));
  const wrong = request.contact === 'declined';
  const first = (act: Opened | 'print') =>
    act === 'correctContact' && wrong ? -1 : act === 'moderate' && done ? 1 : 0;
  const acts = [
    ...(reported ? [REPORTS] : []),
    ...[...may].sort((a, b) => first(a.act) - first(b.act)),
    ...(isOwn ? [] : [ASIDE]),
  ];
  const start = (act: Opened | 'print') => (act === 'print' ? void print(request.id) : setOpened(act));
  useKeys(Object.fromEntries(acts.map(({ act, key }) => [key.toLowerCase(), () => start(act)])));
  const Open = opened && DIALOGS[opened];
  return (
    <>
      <div className="matter-inside">
        <Detail request={request} head={<MatterSteps onBack={onBack} onStep={onStep} />} />
      </div>
      <footer className="matter-acts">
        {acts.map(({ act, words, key, icon }, index) => (
          <Button
            key={act}
            kind={act === ASIDE.act ? 'text' : index === 0 ? 'main' : 'line'}
            icon={icon}
            busy={act === 'print' && printing && '正在做…'}
            onPress={() => start(act)}
          >
            {words} <Kbd>{key}</Kbd>
          </Button>
        ))}
      </footer>
      {Open && <Open request={request} onClose={() => setOpened(null)} />}
    </>
  );
}
