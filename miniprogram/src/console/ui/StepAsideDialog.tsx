import { stepAside } from '../../../../shared/assignments/contract';
import type { Workable } from '../../../../shared/assignments/values';
import { REASON } from '../../../../shared/kernel/text';
import { faultAt } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Dialog } from './Dialog';
import { Kbd } from './Kbd';
import { lacksReason } from './ReasonField';
import { toast } from './Toast';
import { WordField } from './WordField';
import './StepAsideDialog.scss';

/** The button's words and key, the same wherever somebody may step aside. */
export const STEP_ASIDE = { words: '我要回避', key: 'C' } as const;

export function StepAsideButton({ onPress }: { onPress: () => void }) {
  return (
    <Button kind="text" onPress={onPress}>
      {STEP_ASIDE.words} <Kbd>{STEP_ASIDE.key}</Kbd>
    </Button>
  );
}

type Props = { subject: { context: Workable; id: string }; title: string; onClose: () => void };

/** Who has a part in a matter says so (回避), and does not read it any more. */
export function StepAsideDialog({ subject: { context, id }, title, onClose }: Props) {
  const form = useForm(
    `${stepAside.name}.${id}`,
    { words: '' },
    { refreshes: ['requests', 'assignments', 'suggestions'] },
  );
  const { words } = form.value;
  return (
    <Dialog
      title="这件我要回避"
      sub={title}
      main="我回避"
      busy={form.isPending && '正在送…'}
      why={lacksReason(words) ? '写一句为什么。' : null}
      error={form.error}
      foot="居民不会知道，人大办公室看得到"
      onClose={onClose}
      onMain={() =>
        form.send(stepAside, { context, id, words }, () => {
          toast(`“${title}”您回避了，同事接着办`);
          onClose();
        })
      }
    >
      <Notice tone="wait" icon="eye-off">
        跟自己、家里人有关系的事，请同事办。点了以后，这件您就看不到、也办不了了，要人大办公室的另一位同事才能取消。
      </Notice>
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
    </Dialog>
  );
}
