import { REASON } from '../../../../../shared/kernel/text';
import {
  awaitHotline,
  endHotline,
  type HOTLINE_RESULTS,
  numberHotline,
  type RequestPage,
} from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { isIn, WITH_HOTLINE } from '../../../../../shared/requests/states';
import { faultAt } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { newestOf } from './words';

type Props = { request: RequestPage; onClose: () => void };

/** Spaces and hyphens are typed too. */
const MOST_TYPED = LENGTHS.hotline[1] + 10;

function useNumber({ request }: Props, what: string) {
  const start = { number: request.hotlineNumber ?? '' };
  return useForm(`${what}.${request.id}`, start, { refreshes: ['requests'] });
}

function NumberField({ form }: { form: ReturnType<typeof useNumber> }) {
  return (
    <Field
      label="12345 工单编号"
      maxLength={MOST_TYPED}
      value={form.value.number}
      fault={faultAt(form.error, 'number')}
      onInput={(number) => form.change({ number })}
    />
  );
}

/** It is pending at the hotline: nobody here is given it meanwhile, and the resident reads where it is. */
export function AwaitHotlineDialog(props: Props) {
  const { request, onClose } = props;
  const form = useNumber(props, 'awaitHotline');
  const { number } = form.value;
  return (
    <Dialog
      title="等 12345 的结果"
      sub={request.title}
      main="等它的结果"
      busy={form.isPending && '正在送…'}
      why={number.trim() ? null : '先填工单编号，好去问办到哪了。'}
      error={form.error}
      foot="居民会看到：12345 正在办，和这个编号"
      onClose={onClose}
      onMain={() =>
        form.send(awaitHotline, { id: request.id, seen: newestOf(request), number }, () => {
          toast(`“${request.title}”在等 12345 的结果`);
          onClose();
        })
      }
    >
      <NumberField form={form} />
      <p className="note space-above-2">
        {`等的时候不分给部门，代表也不用回。日子照走，最晚还是 ${sayDay(request.clock.dueOn)}答复居民。`}
      </p>
    </Dialog>
  );
}

/** The number under which it is known there; where it stands does not change. */
export function NumberHotlineDialog(props: Props) {
  const { request, onClose } = props;
  const form = useNumber(props, 'numberHotline');
  const { number } = form.value;
  const put = (next: string | null) =>
    form.send(numberHotline, { id: request.id, number: next }, () => {
      toast(next === null ? '编号去掉了' : '编号记下了');
      onClose();
    });
  return (
    <Dialog
      title="12345 工单编号"
      sub={request.title}
      main="记下"
      busy={form.isPending && '正在送…'}
      why={number.trim() ? null : '填上工单编号，字母和数字。'}
      error={form.error}
      foot="居民、代表和站里看得到，部门看不到"
      onClose={onClose}
      onMain={() => put(number)}
    >
      <NumberField form={form} />
      {request.hotlineNumber && !isIn(request.state, WITH_HOTLINE) && (
        <Button kind="text" disabled={form.isPending} onPress={() => put(null)}>
          去掉编号
        </Button>
      )}
    </Dialog>
  );
}

type Result = (typeof HOTLINE_RESULTS)[number];

const RESULTS: Record<
  Result,
  { words: string; note: string; label: string; lacks: string; foot: string; said: string }
> = {
  answered: {
    words: '有结果了',
    note: '把 12345 的结果告诉居民，问解决了没有',
    label: '12345 怎么答的',
    lacks: '把 12345 的结果写下来，居民要看。',
    foot: '居民会看到这些话，再说解决了没有。您记了结果，就不能替居民说',
    said: '结果记下了，等居民说',
  },
  failed: {
    words: '没办成，我们接着办',
    note: '回到原来的地方，日子不重新算',
    label: '为什么没办成',
    lacks: '写一句为什么，居民看得到。',
    foot: '居民会看到：12345 没办成，我们接着办',
    said: '收回来了，我们接着办',
  },
  undone: {
    words: '点错了',
    note: '没有在等 12345，和原来一样',
    label: '怎么点错的',
    lacks: '写一句怎么回事，居民看得到。',
    foot: '居民会看到：点错了，没有在等 12345',
    said: '改回来了',
  },
};

/** What became of it at the hotline. */
export function EndHotlineDialog({ request, onClose }: Props) {
  const form = useForm<{ result: Result | null; words: string }>(
    `endHotline.${request.id}.${request.round}`,
    { result: null, words: '' },
    { refreshes: ['requests'] },
  );
  const { result, words } = form.value;
  const chosen = result && RESULTS[result];
  const why = !chosen ? '先点一个。' : lacksReason(words) ? chosen.lacks : null;
  return (
    <Dialog
      title="12345 的结果"
      sub={request.hotlineNumber ? `工单编号 ${request.hotlineNumber}` : request.title}
      main="就这样"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot={chosen?.foot}
      onClose={onClose}
      onMain={() =>
        result &&
        form.send(endHotline, { id: request.id, seen: newestOf(request), result, words }, () => {
          toast(RESULTS[result].said);
          onClose();
        })
      }
    >
      <Choice
        label="12345 的结果"
        options={(Object.keys(RESULTS) as Result[]).map((value) => ({ value, ...RESULTS[value] }))}
        value={result}
        onChoose={(next) => form.change({ result: next })}
      />
      {chosen && (
        <div className="space-above-3">
          <WordField
            short
            label={chosen.label}
            maxLength={result === 'answered' ? LENGTHS.answer[1] : REASON[1]}
            value={words}
            fault={faultAt(form.error, 'words')}
            onInput={(next) => form.change({ words: next })}
          />
        </div>
      )}
    </Dialog>
  );
}
