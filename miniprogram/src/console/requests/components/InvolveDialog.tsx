import { useState } from 'react';
import { involve } from '../../../../../shared/assignments/contract';
import { OPEN } from '../../../../../shared/assignments/part/states';
import { askedIn, type Row, whyNotAsked } from '../../../../../shared/assignments/part/words';
import { departments as departmentsProcedure } from '../../../../../shared/directory/contract';
import { useCall } from '../../../platform/query';
import { useForm } from '../../../platform/useForm';
import { Icon } from '../../../ui/Icon';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { TogetherRows } from '../../ui/TogetherRows';
import type { AssignedProps } from './assigned-props';
import { sayLast } from './words';
import './DepartmentDialog.scss';

/** 叫人一起办: others give their opinion; who answers stays who leads. */
export function InvolveDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, departmentName, parts = [], acts } = assignment;
  const { data, error, refetch } = useCall(departmentsProcedure, {});
  const form = useForm<{ rows: Row[] }>(`involve.${id}`, { rows: [] }, { refreshes: ['assignments', 'requests'] });
  const [adding, setAdding] = useState(form.value.rows.length === 0);
  const all = data?.departments ?? [];
  const there = [
    departmentName,
    ...parts.filter((part) => OPEN.includes(part.state)).map((part) => part.departmentName),
  ];
  // Which was chosen another day may be on the roll no more, or is asked by now.
  const rows = form.value.rows.filter((row) =>
    all.some((one) => one.id === row.departmentId && !there.includes(one.name)),
  );
  const nameOf = (of: string) => all.find((one) => one.id === of)?.name ?? '';
  const why = rows.length ? whyNotAsked(rows, nameOf) : '先选请哪家。';
  return (
    <Dialog
      title="叫人一起办"
      sub={request.title}
      main="请他们一起办"
      busy={form.isPending && '正在送…'}
      why={why}
      keys={{ g: () => setAdding(true) }}
      error={form.error}
      foot={rows.length ? `${rows.length === 1 ? '这一家' : `${rows.length} 家都`}会收到一条提醒` : undefined}
      onClose={onClose}
      onMain={() =>
        form.send(involve, { id, version, parts: askedIn(rows) }, () => {
          toast(`请了${rows.map((row) => nameOf(row.departmentId)).join('、')}一起办`);
          onClose();
        })
      }
    >
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {!error && !data && <Skeleton cards={1} />}
      {data && (
        <TogetherRows
          departments={all}
          taken={all.filter(({ name }) => there.includes(name)).map((one) => one.id)}
          asked={there.length - 1}
          rows={rows}
          at="parts"
          error={form.error}
          adding={adding}
          onAdding={setAdding}
          onChange={(next) => form.change({ rows: next })}
        />
      )}
      <dl className="department-facts space-above-3">
        <div className="department-fact">
          <dt className="secondary">协办</dt>
          <dd>县里定的日子内给您意见，晚了您和站里都看得到</dd>
        </div>
        <div className="department-fact">
          <dt className="secondary">您答</dt>
          <dd>
            <b>{sayLast(request)}</b>答居民，不等协办{acts.includes('accept') && '；请了就算收下'}
          </dd>
        </div>
        <div className="department-fact">
          <dt className="secondary">他们看</dt>
          <dd>
            事情、照片、地方。
            <Icon name="eye-off" /> 没有名字、电话
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
