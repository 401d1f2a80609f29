import { sayLevelNames } from '../../../../../shared/directory/levels';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { REASON } from '../../../../../shared/kernel/text';
import { group, type RequestPage, reassign } from '../../../../../shared/requests/contract';
import { faultAt } from '../../../platform/faults';
import { useCountyKind } from '../../../platform/kind';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Notice } from '../../../ui/Notice';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { sayAway } from './words';

const ANY = 'any';

/** Gives the matter to another deputy of the village, or to all of them. The clock goes on. */
export function AssignDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const kind = useCountyKind();
  const { data, error, refetch } = useCall(group, { id: request.id });
  const form = useForm<{ to: string | null; words: string }>(
    `reassign.${request.id}`,
    { to: null, words: '' },
    { refreshes: ['requests'] },
  );
  const { words } = form.value;
  const deputies = data?.deputies ?? [];
  const options = [
    ...deputies.map(({ id, name, levels, asksFirst, awayUntil, nextAway }) => ({
      value: id,
      words: name,
      note: [sayLevelNames(levels, kind), asksFirst && '先问居民', sayAway(awayUntil, nextAway)]
        .filter(Boolean)
        .join('，'),
    })),
    ...(request.deputyId ? [{ value: ANY, words: '哪位代表都行', note: '村里的代表都看得到，谁先接谁回' }] : []),
  ];
  // Who was chosen another day may have it by now, or serve no more.
  const to = options.find(({ value }) => value === form.value.to)?.value ?? null;
  const title = to && to !== ANY ? deputyTitle(deputies.find(({ id }) => id === to)?.name ?? null) : '村里的代表';
  const asks = deputies.find(({ id }) => id === to)?.asksFirst ?? false;
  const why = !to ? '先选给谁。' : lacksReason(words) ? '写一句为什么，居民看得到。' : null;
  return (
    <Dialog
      wide
      title="改派"
      sub={request.title}
      main={asks ? '问居民' : '改派'}
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot={to ? (asks ? `先问居民，同意了才转给${title}` : `居民会看到：联络站转给了${title}`) : undefined}
      onClose={onClose}
      onMain={() =>
        form.send(
          reassign,
          { id: request.id, deputyId: to === ANY ? undefined : (to ?? undefined), words, seen: request.events[0]?.id },
          () => {
            toast(asks ? `“${request.title}”先问居民` : `“${request.title}”转给了${title}`);
            onClose();
          },
        )
      }
    >
      <div className="dialog-columns">
        <div>
          <p className="heading">给谁</p>
          <div className="space-above-2">
            {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
            {!error && !data && <Skeleton cards={2} />}
            {data && !options.length && <Notice tone="wait">这个村没有别的代表在任。</Notice>}
            <Choice label="给谁" options={options} value={to} onChoose={(next) => form.change({ to: next })} />
          </div>
        </div>
        <div>
          <p className="heading">为什么改派</p>
          <div className="space-above-2">
            <WordArea
              short
              label="为什么改派"
              maxLength={REASON[1]}
              value={words}
              fault={faultAt(form.error, 'words')}
              onInput={(next) => form.change({ words: next })}
            />
          </div>
          <div className="preview space-above-3">
            <p>
              <b>日子照旧</b>
            </p>
            <p className="secondary">
              {asks
                ? '这位是上级代表，居民是跟近处的代表说的。居民同意以前那位代表看不到，问的这几天不算；一直没说就不转。'
                : `改派不重新算日子，最晚还是 ${sayDay(request.clock.dueOn)}答复。`}
            </p>
            <p className="secondary space-above-2">
              {asks
                ? '居民和现在的代表会收到消息，看得到您写的这句。'
                : '居民和两位代表都会收到消息，看得到您写的这句。'}
            </p>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
