import { REASON } from '../../../../../shared/kernel/text';
import { decideAsked, type RequestPage } from '../../../../../shared/requests/contract';
import { faultAt } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { newestOf } from './words';

type Asked = NonNullable<RequestPage['asks']>;
type Decision = 'granted' | 'refused';

/** What the station decides on what a department asks: whether its question goes on to the resident, or whether it gets more days. */
export function DecideAskedDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const { asks } = request;
  return asks ? <One key={asks.what} request={request} asks={asks} onClose={onClose} /> : null;
}

type Props = { request: RequestPage; asks: Asked; onClose: () => void };

function One({ request, asks, onClose }: Props) {
  const department = request.departmentName ?? '部门';
  const said = SAID[asks.what](department, asks.until ? sayDay(asks.until) : '');
  const form = useForm<{ decision: Decision | null; words: string }>(
    `decideAsked.${request.id}.${asks.what}.${asks.on}`,
    { decision: null, words: '' },
    { refreshes: ['requests'] },
  );
  const { decision, words } = form.value;
  const refused = decision === 'refused';
  const why = !decision ? '先点一个。' : refused && lacksReason(words) ? '写一句为什么，部门会看到。' : null;
  const send = () =>
    decision &&
    form.send(
      decideAsked,
      { id: request.id, seen: newestOf(request), granted: !refused, ...(refused ? { words } : {}) },
      () => {
        toast(refused ? said.refusedToast : said.grantedToast);
        onClose();
      },
    );
  return (
    <Dialog
      title={said.title}
      sub={request.title}
      main="就这样"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot={decision ? (refused ? '只有部门和代表看得到为什么。' : said.seen) : undefined}
      onClose={onClose}
      onMain={send}
    >
      <p className="secondary">{`${department} ${sayDay(asks.on)}写的：`}</p>
      <p className="quote" dir="auto">
        {asks.words}
      </p>
      <div className="space-above-4">
        <Choice
          label={said.title}
          options={[
            { value: 'granted' as const, ...said.granted },
            { value: 'refused' as const, ...said.refused },
          ]}
          value={decision}
          onChoose={(next) => form.change({ decision: next })}
        />
      </div>
      {refused && (
        <div className="space-above-3">
          <WordField
            short
            label="为什么"
            maxLength={REASON[1]}
            value={words}
            fault={faultAt(form.error, 'words')}
            onInput={(next) => form.change({ words: next })}
          />
        </div>
      )}
    </Dialog>
  );
}

type Said = {
  title: string;
  granted: { words: string; note: string };
  refused: { words: string; note: string };
  seen: string;
  grantedToast: string;
  refusedToast: string;
};

const SAID: Record<Asked['what'], (department: string, until: string) => Said> = {
  question: (department) => ({
    title: '部门想问居民一句',
    granted: { words: '转给居民', note: '原话转过去。等回答的日子不算部门的' },
    refused: { words: '先不转', note: '已经知道的、不该问的，跟部门说一声' },
    seen: `居民会看到：${department}问了一句`,
    grantedToast: '转给居民了',
    refusedToast: '没有转，部门看得到为什么',
  }),
  extension: (department, until) => ({
    title: `部门要宽限到 ${until}`,
    granted: { words: '同意', note: `最晚 ${until}答复居民，只能宽限这一次` },
    refused: { words: '不同意', note: '日子照旧' },
    seen: `居民会看到：${department}要多几天，和上面写的原因`,
    grantedToast: `宽限到 ${until}了`,
    refusedToast: '没有同意，日子照旧',
  }),
};
