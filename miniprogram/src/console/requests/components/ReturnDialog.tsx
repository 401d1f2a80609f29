import { giveBack } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { lengthOf } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import type { AssignedProps } from './assigned-props';
import { sayReturning } from './assigned-words';

/** 不归我管: in writing, with why. It goes back to the station, not on to another department. */
export function ReturnDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, acceptBy } = assignment;
  const form = useForm(`return.${id}`, { reason: '' }, { refreshes: ['assignments', 'requests'] });
  const { reason } = form.value;
  return (
    <Dialog
      title="不归我管"
      sub={request.title}
      main="退回"
      busy={form.isPending && '正在送…'}
      why={lengthOf(reason.trim()) < LENGTHS.reason[0] ? '先写为什么，居民看得到。' : null}
      error={form.error}
      foot={`最晚 ${sayDay(acceptBy)}能退`}
      onClose={onClose}
      onMain={() =>
        form.send(giveBack, { id, version, reason }, () => {
          toast(`“${request.title}”退回联络站了`);
          onClose();
        })
      }
    >
      <WordField
        label="为什么"
        placeholder="哪条规定，该归哪一家"
        maxLength={LENGTHS.reason[1]}
        value={reason}
        fault={faultAt(form.error, 'reason')}
        onInput={(next) => form.change({ reason: next })}
      />
      <div className="space-above-3">
        <Notice tone="late">{sayReturning(request.returns ?? 0)}</Notice>
      </div>
    </Dialog>
  );
}
