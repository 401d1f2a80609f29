import { type Membership, resetSecondFactor } from '../../../../../shared/identity/contract';
import { useForm } from '../../../platform/useForm';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

/** Somebody lost the telephone that makes their codes. */
export function ResetFactorDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const form = useForm(`reset-factor.${membership.id}`, { reason: '' }, { refreshes: ['identity'] });
  const { reason } = form.value;
  const who = membership.name ?? membership.maskedPhone ?? '这位';
  return (
    <Dialog
      title={`重置${who}的动态码`}
      main="重置"
      busy={form.isPending && '正在重置…'}
      why={lacksReason(reason) ? '写一句为什么重置。' : null}
      error={form.error}
      foot="谁重置的、为什么，都会记下来，本人也会收到一条。"
      onClose={onClose}
      onMain={() =>
        form.send(resetSecondFactor, { id: membership.id, reason }, () => {
          toast(`${who}的动态码重置了，下次来再开一个`);
          onClose();
        })
      }
    >
      <Notice tone="wait">
        先打电话听清是本人。手机丢了、微信还在那台手机上的，先让他在微信里退掉那台，不然捡到的人也能开。
      </Notice>
      <div className="space-above-3">
        <ReasonField
          label="为什么重置"
          placeholder="比如：手机丢了"
          value={reason}
          error={form.error}
          onInput={(next) => form.change({ reason: next })}
        />
      </div>
    </Dialog>
  );
}
