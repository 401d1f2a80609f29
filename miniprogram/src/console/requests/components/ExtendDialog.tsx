import { extend } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import type { Day } from '../../../../../shared/kernel/days';
import { lengthOf } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { DayField } from '../../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import type { AssignedProps } from './assigned-props';
import { isNew } from './assigned-words';

/** 要宽限: once, with the reason, which the resident reads where the station consents. */
export function ExtendDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, extendable } = assignment;
  const form = useForm<{ until: Day | null; reason: string }>(
    `extend.${id}`,
    { until: null, reason: '' },
    { refreshes: ['assignments', 'requests'] },
  );
  const { until, reason } = form.value;
  if (!extendable) return null;
  const why = !until
    ? '先选到哪天。'
    : lengthOf(reason.trim()) < LENGTHS.reason[0]
      ? '写清楚为什么，居民看得到。'
      : null;
  return (
    <Dialog
      title="要宽限"
      sub={request.title}
      main="送给联络站"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot="联络站同意了才算，只能要一次。"
      onClose={onClose}
      onMain={() =>
        until &&
        form.send(extend, { id, version, until, reason }, () => {
          toast('送到联络站了，等站里定');
          onClose();
        })
      }
    >
      {isNew(assignment) && <p className="secondary">要了宽限，就算收下了，不能再退。</p>}
      <div className="form-column space-above-2">
        <DayField
          label="到哪天"
          value={until}
          first={extendable.from}
          last={extendable.to}
          fault={faultAt(form.error, 'until')}
          onChoose={(day) => form.change({ until: day })}
        />
        <WordField
          label="为什么"
          placeholder="缺什么，在等什么"
          maxLength={LENGTHS.reason[1]}
          value={reason}
          fault={faultAt(form.error, 'reason')}
          onInput={(next) => form.change({ reason: next })}
        />
      </div>
    </Dialog>
  );
}
