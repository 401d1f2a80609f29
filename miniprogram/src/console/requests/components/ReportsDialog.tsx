import { answerReports, type RequestPage } from '../../../../../shared/requests/contract';
import { REPORT_REASON_NAMES, WAITING_REPORTS } from '../../../../../shared/requests/reports';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Tag } from '../../../ui/Tag';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

type Verdict = 'keep' | 'takeDown';

const OPTIONS = [
  { value: 'takeDown', words: '撤下来', note: '马上从公开栏上拿掉，说事的人和举报的人都看得到您写的' },
  { value: 'keep', words: '不动', note: '还登着，举报的人看得到您写的' },
] as const;

/** What was said against it on the board, and the one answer to all of it. Who said it is shown to nobody. */
export function ReportsDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const open = openReports(request);
  const form = useForm<{ verdict: Verdict | null; words: string }>(
    `reports.${request.id}.${open[0]?.id ?? ''}`,
    { verdict: null, words: '' },
    { refreshes: ['requests'] },
  );
  const { verdict, words } = form.value;
  const why = !verdict ? '先点一个。' : lacksReason(words) ? '写一句为什么，举报的人会看到。' : null;
  const [newest] = open;
  const send = () =>
    newest &&
    form.send(answerReports, { id: request.id, takeDown: verdict === 'takeDown', words, seen: newest.id }, () => {
      toast(verdict === 'takeDown' ? '撤下来了，说了为什么' : '没有动，答复了举报的人');
      onClose();
    });
  return (
    <Dialog
      title="答复举报"
      sub={request.board?.title ?? request.title}
      main="就这样"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot="谁举报的，这里不显示。谁答复的、什么理由，都会记下来。"
      onClose={onClose}
      onMain={send}
    >
      <section className="preview">
        <p className="heading">公开栏上写的</p>
        <p className="panel-words space-above-1" dir="auto">
          {request.board?.words}
        </p>
      </section>
      <ul className="space-above-3">
        {open.map(({ id, reason, words: said, on }) => (
          <li key={id} className="space-above-2">
            <Tag icon="alert" tone="late">
              {REPORT_REASON_NAMES[reason]}
            </Tag>{' '}
            <span className="note">{sayDay(on)}</span>
            {said && (
              <p className="panel-words" dir="auto">
                {said}
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className="space-above-4">
        <Choice
          label="撤下来，还是不动"
          options={OPTIONS}
          value={verdict}
          onChoose={(next) => form.change({ verdict: next })}
        />
      </div>
      <div className="space-above-3">
        <ReasonField
          label="为什么"
          placeholder="比如：照片里看得到门牌"
          value={words}
          error={form.error}
          onInput={(next) => form.change({ words: next })}
        />
      </div>
    </Dialog>
  );
}

export function openReports({ reports = [] }: RequestPage) {
  return reports.filter(({ state }) => WAITING_REPORTS.includes(state));
}
