import { type Membership, withdraw } from '../../../../../shared/identity/contract';
import { useForm } from '../../../platform/useForm';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';

export function WithdrawDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const form = useForm(`withdraw.${membership.id}`, { reason: '' }, { refreshes: ['identity'] });
  const { reason } = form.value;
  const who = membership.name ?? membership.maskedPhone ?? '这位';
  return (
    <Dialog
      title={`收回${who}的身份`}
      main="收回"
      busy={form.isPending && '正在收回…'}
      why={lacksReason(reason) ? '写一句为什么收回。' : null}
      error={form.error}
      foot="马上不能再办，最多再过一刻钟，也不能再看。做过的事都留着。"
      onClose={onClose}
      onMain={() =>
        form.send(withdraw, { id: membership.id, reason }, () => {
          toast(`${who}的身份收回了`);
          onClose();
        })
      }
    >
      <ReasonField
        label="为什么收回"
        placeholder="比如：调走了"
        value={reason}
        error={form.error}
        onInput={(next) => form.change({ reason: next })}
      />
      {membership.source === 'roster' && (
        <div className="space-above-3">
          <Notice tone="wait">这个身份是名册里来的。下次导入的表格里还有他，就又有了。</Notice>
        </div>
      )}
    </Dialog>
  );
}
