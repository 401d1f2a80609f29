import { type ReactNode, useState } from 'react';
import type { PartKind } from '../../../../../shared/assignments/part/values';
import { askedIn, type Row, whyNotAsked } from '../../../../../shared/assignments/part/words';
import { departments as departmentsProcedure } from '../../../../../shared/directory/contract';
import { deputyTitle } from '../../../../../shared/kernel/names';
import { hidePersonal } from '../../../../../shared/kernel/personal';
import { lengthOf, shorten } from '../../../../../shared/kernel/text';
import { assign, type RequestPage } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { MOST_RETURNS } from '../../../../../shared/requests/states';
import { faultAt } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Segment } from '../../../ui/Segment';
import { Skeleton } from '../../../ui/Skeleton';
import { DepartmentPick } from '../../ui/DepartmentPick';
import { Dialog } from '../../ui/Dialog';
import { Labelled } from '../../ui/Labelled';
import { toast } from '../../ui/Toast';
import { TogetherRows } from '../../ui/TogetherRows';
import { newestOf, sayLast } from './words';
import './DepartmentDialog.scss';
import { WordField } from '../../ui/WordField';

type Props = { request: RequestPage; onClose: () => void };
type Written = { departmentId: string | null; words: string; kind?: PartKind; rows?: Row[] };

const KINDS = [
  { value: 'advice' as const, words: '一家主办' },
  { value: 'part' as const, words: '各办各的' },
];

/** Gives the matter to the department whose it is. The clock goes on. */
export function DepartmentDialog({ request, onClose }: Props) {
  const { data, error, refetch } = useCall(departmentsProcedure, {});
  const form = useForm<Written>(
    `assign.${request.id}`,
    { departmentId: null, words: '', kind: 'advice', rows: [] },
    { refreshes: ['requests'] },
  );
  const [adding, setAdding] = useState(false);
  // A draft of yesterday has neither.
  const { words, kind = 'advice' } = form.value;
  // Which was chosen another day may be on the roll no more.
  const chosen = data?.departments.find(({ id }) => id === form.value.departmentId) ?? null;
  const rows = (form.value.rows ?? []).filter(({ departmentId }) =>
    data?.departments.some(({ id }) => id === departmentId && id !== chosen?.id),
  );
  const nameOf = (of: string) => data?.departments.find(({ id }) => id === of)?.name ?? '';
  const missing = kind === 'part' && !rows.length ? '各办各的，再选至少一家。' : whyNotAsked(rows, nameOf);
  const why = !chosen ? '先选哪个部门。' : lengthOf(words.trim()) > LENGTHS.wish[1] ? '跟部门说的太长了。' : missing;
  const send = () =>
    chosen &&
    form.send(
      assign,
      {
        id: request.id,
        departmentId: chosen.id,
        words,
        seen: newestOf(request),
        ...(rows.length ? { together: { kind, parts: askedIn(rows) } } : {}),
      },
      ({ departmentName }) => {
        const others = rows.map(({ departmentId }) => nameOf(departmentId)).join('、');
        toast(`“${request.title}”分给了${departmentName}${others && `，${others}一起办`}`);
        onClose();
      },
    );
  return (
    <Dialog
      wide
      title="分给部门"
      sub={request.title}
      main="分出去"
      busy={form.isPending && '正在送…'}
      why={why}
      keys={{ g: () => setAdding(true) }}
      error={form.error}
      foot={
        chosen
          ? `居民会看到：交给了${chosen.name}，${sayLast(request)}答复${rows.length ? `，${rows.length} 家一起办` : ''}`
          : undefined
      }
      onClose={onClose}
      onMain={send}
    >
      <div className="dialog-columns">
        <div className="form-column">
          <Wish request={request} />
          {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
          {!error && !data && <Skeleton cards={1} />}
          {data && !data.departments.length && <Notice tone="wait">名册里还没有部门。请人大办公室先填上。</Notice>}
          {data && data.departments.length > 0 && (
            <DepartmentPick
              label="谁主办"
              departments={data.departments}
              wished={wishedOf(request)}
              value={chosen?.id ?? null}
              onChoose={(departmentId) => form.change({ departmentId })}
            />
          )}
          {chosen && data && (
            <Labelled label="谁一起办（可不选）">
              <Segment
                label="怎么一起办"
                options={KINDS}
                value={kind}
                onChoose={(next) => form.change({ kind: next })}
              />
              <p className="note space-above-1">
                {kind === 'advice'
                  ? '一家主办，别的给它意见。答复由主办写，不等协办。'
                  : '各办各的，每家写明办哪一份。都办完了，主办来答复。'}
              </p>
              <TogetherRows
                departments={data.departments}
                taken={[chosen.id]}
                rows={rows}
                at="together.parts"
                error={form.error}
                adding={adding}
                onAdding={setAdding}
                onChange={(next) => form.change({ rows: next })}
              />
            </Labelled>
          )}
          <WordField
            optional
            short
            label="跟部门说一句"
            placeholder="居民和代表也看得到"
            maxLength={LENGTHS.wish[1]}
            value={words}
            fault={faultAt(form.error, 'words')}
            onInput={(next) => form.change({ words: next })}
          />
        </div>
        <Beside request={request} />
      </div>
    </Dialog>
  );
}

function wishedOf({ wish, deputyName }: RequestPage): { id: string; by: string } | null {
  return wish?.departmentId ? { id: wish.departmentId, by: `${deputyTitle(deputyName)}想的是这家` } : null;
}

/** What the deputy asked for, in their own words. */
function Wish({ request: { wish, deputyName } }: { request: RequestPage }) {
  if (!wish?.words) return null;
  return (
    <div>
      <p className="secondary">{`${deputyTitle(deputyName)}说：`}</p>
      <p className="quote" dir="auto">
        {wish.words}
      </p>
    </div>
  );
}

const EXCERPT = 60;

/** What the department will know, and until when it has to say something. */
function Beside({ request }: { request: RequestPage }) {
  const { words, where, villageName, pictures, name, clock } = request;
  const hidden = (text: string) => hidePersonal(text, [name, ...(request.hidden ?? [])]);
  return (
    <section className="preview">
      <p className="heading">部门看到的</p>
      <dl className="department-facts">
        <Fact name="事情">{shorten(hidden(words), EXCERPT)}</Fact>
        <Fact name="照片">{pictures.length ? `${pictures.length} 张，审过的才看得到` : '没有'}</Fact>
        <Fact name="地点">{[villageName, where && hidden(where)].filter(Boolean).join(' ')}</Fact>
        <Fact name="名字">
          <Unseen />
        </Fact>
        <Fact name="电话">
          <Unseen />
        </Fact>
      </dl>
      <p className="heading department-time">时间</p>
      <dl className="department-facts">
        <Fact name="要收下">分出去就算，县里定的日子内</Fact>
        <Fact name="要答复">
          <b>{sayLast(request)}</b>
          {`，从 ${sayDay(clock.startedOn)}算起`}
        </Fact>
      </dl>
      <Returned times={request.returns ?? 0} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="department-fact">
      <dt className="secondary">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Unseen() {
  return (
    <span className="text-ok">
      <Icon name="eye-off" /> 看不到
    </span>
  );
}

/** It does not go round and round: after so many returns the office decides, for good. */
function Returned({ times }: { times: number }) {
  if (!times) return null;
  return (
    <div className="space-above-3">
      <Notice tone="wait">
        {times < MOST_RETURNS
          ? `退回 ${MOST_RETURNS} 次，就由人大办定主办，不再转圈。这件退过 ${times} 次。`
          : `这件退过 ${times} 次，由人大办定主办。定了，部门不能再退。`}
      </Notice>
    </div>
  );
}
