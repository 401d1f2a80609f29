import type { Picture } from '../../../../../shared/kernel/pictures';
import { type RequestPage, reviewContent } from '../../../../../shared/requests/contract';
import type { EventKind } from '../../../../../shared/requests/lifecycle';
import { storyOf } from '../../../../../shared/requests/story';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Tag } from '../../../ui/Tag';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

type Decision = 'approved' | 'withheld';
type Doubt = RequestPage['doubts'][number];
const FIRST: readonly EventKind[] = ['submitted', 'entered_for'];

const OPTIONS = [
  { value: 'approved', words: '可以', note: '跟别的一样，可以给看到这件事的人看' },
  { value: 'withheld', words: '不可以', note: '只留给办事的人，也不上公开栏。居民会看到理由' },
] as const;

const VERDICTS = {
  review: '微信说：拿不准',
  risky: '微信说：不合适',
  withheld: '定过：不可以。定错了可以改',
} as const;

/** What WeChat was not sure of, one after the other: the words it doubts or one picture. Then what was withheld, which may have been a mistake. */
export function ReviewContentDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const [doubt] = request.doubts;
  const left = request.doubts.filter(({ verdict }) => verdict !== 'withheld').length;
  if (!doubt) return null;
  return <One key={doubt.picture ?? 'words'} request={request} doubt={doubt} left={left} onClose={onClose} />;
}

type OneProps = { request: RequestPage; doubt: Doubt; left: number; onClose: () => void };

function One({ request, doubt, left, onClose }: OneProps) {
  const form = useForm<{ decision: Decision | null; reason: string }>(
    `reviewContent.${request.id}.${doubt.picture ?? 'words'}`,
    { decision: null, reason: '' },
    { refreshes: ['requests'] },
  );
  const { decision, reason } = form.value;
  const picture = pictureOf(request, doubt);
  const why = !decision ? '先点一个。' : lacksReason(reason) ? '写一句理由，会记下来。' : null;
  const send = () =>
    decision &&
    form.send(
      reviewContent,
      { id: request.id, picture: doubt.picture ?? undefined, decision, reason, seen: request.events[0]?.id },
      () => {
        toast(decision === 'approved' ? '定了：可以' : '定了：不可以');
        // What is left comes by itself, when the page has asked again.
        if (left <= 1) onClose();
      },
    );
  return (
    <Dialog
      title="人工定"
      sub={left > 1 ? `还有 ${left} 处要定` : request.title}
      main="就这样"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot="谁定的、什么理由，都会记下来。"
      onClose={onClose}
      onMain={send}
    >
      <Tag icon="alert" tone={doubt.verdict === 'review' ? 'wait' : 'late'}>
        {VERDICTS[doubt.verdict]}
      </Tag>
      <div className="preview space-above-3">
        {doubt.picture ? <Doubtful picture={picture} /> : <DoubtfulWords request={request} doubt={doubt} />}
      </div>
      <div className="space-above-4">
        <Choice
          label="可不可以"
          options={doubt.verdict === 'withheld' ? [OPTIONS[0]] : OPTIONS}
          value={decision}
          onChoose={(next) => form.change({ decision: next })}
        />
      </div>
      <div className="space-above-3">
        <ReasonField label="理由" value={reason} error={form.error} onInput={(next) => form.change({ reason: next })} />
      </div>
    </Dialog>
  );
}

/** Exactly what is in doubt, said when and by whom. What was doubted before doubts were kept apart is all that was said. */
function DoubtfulWords({ request, doubt: { events } }: { request: RequestPage; doubt: Doubt }) {
  const own = [request.words, request.where].filter(Boolean).join('\n');
  const isOwn = (id: string) => request.events.some((event) => event.id === id && FIRST.includes(event.kind));
  const said = storyOf(request, 'station').flatMap((line) => {
    const words = isOwn(line.id) ? own : line.words;
    const doubted = events ? events.find(({ id }) => id === line.id) : { verdict: null };
    return words && doubted ? [{ ...line, words, verdict: doubted.verdict }] : [];
  });
  return (
    <>
      {said.map(({ id, when, what, words, verdict }, index) => (
        <div key={id} className={index ? 'space-above-3' : ''}>
          <p className="note">
            {[when, what, said.length > 1 && verdict && VERDICTS[verdict]].filter(Boolean).join(' · ')}
          </p>
          <p className="panel-words" dir="auto">
            {words}
          </p>
        </div>
      ))}
    </>
  );
}

function Doubtful({ picture }: { picture: Picture | undefined }) {
  return picture?.url ? (
    <img className="large-picture" src={picture.url} alt="要定的照片" />
  ) : (
    <p>这张照片打不开，请刷新页面。</p>
  );
}

function pictureOf({ pictures, events }: RequestPage, doubt: Doubt): Picture | undefined {
  return [...pictures, ...events.flatMap((event) => event.pictures)].find(({ id }) => id === doubt.picture);
}
