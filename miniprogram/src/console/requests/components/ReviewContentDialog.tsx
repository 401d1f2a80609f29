import { type Picture, type RequestPage, reviewContent } from '../../../../../shared/requests/contract';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Tag } from '../../../ui/Tag';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

type Decision = 'approved' | 'withheld';
type Doubt = RequestPage['doubts'][number];

const OPTIONS = [
  { value: 'approved', words: '可以', note: '跟别的一样，可以给看到这件事的人看' },
  { value: 'withheld', words: '不可以', note: '只留给办事的人，也不上公开栏。居民会看到理由' },
] as const;

const VERDICTS = {
  review: '微信说：拿不准',
  risky: '微信说：不合适',
  withheld: '定过：不可以。定错了可以改',
} as const;

/** What WeChat was not sure of, one after the other: the words or one picture. Then what was withheld, which may have been a mistake. */
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
    form.send(reviewContent, { id: request.id, picture: doubt.picture ?? undefined, decision, reason }, () => {
      toast(decision === 'approved' ? '定了：可以' : '定了：不可以');
      // What is left comes by itself, when the page has asked again.
      if (left <= 1) onClose();
    });
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
        {doubt.picture ? (
          <Doubtful picture={picture} />
        ) : (
          <p className="panel-words" dir="auto">
            {request.words}
          </p>
        )}
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
