import { type DeputySummary, renewCode } from '../../../../../shared/directory/contract';
import { useForm } from '../../../platform/useForm';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

/** A new code where a printed one was lost. What hangs somewhere with the old one has to be printed anew. */
export function RenewDialog({ deputy, onClose }: { deputy: DeputySummary; onClose: () => void }) {
  const form = useForm(`renewCode.${deputy.id}`, { reason: '' });
  const { reason } = form.value;
  return (
    <Dialog
      title={`给${deputy.name}换一个码`}
      main="换码"
      busy={form.isPending && '正在换…'}
      why={lacksReason(reason) ? '写一句为什么换。' : null}
      error={form.error}
      onClose={onClose}
      onMain={() =>
        form.send(renewCode, { id: deputy.id, reason }, () => {
          toast(`${deputy.name}换好码了，请重新打印`);
          onClose();
        })
      }
    >
      <Notice tone="wait">旧的码马上不能用，扫了会说“这个码不用了”。贴在外面的都要换成新的。</Notice>
      <div className="space-above-3">
        <ReasonField
          label="为什么换"
          placeholder="比如：钥匙扣丢了"
          value={reason}
          error={form.error}
          onInput={(next) => form.change({ reason: next })}
        />
      </div>
    </Dialog>
  );
}
