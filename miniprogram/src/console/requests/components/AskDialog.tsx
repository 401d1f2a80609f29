import { ask } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { lengthOf } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import type { AssignedProps } from './assigned-props';

/** 问一句: the station reads it first and passes it on; while the resident has it the clock stands. */
export function AskDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, departmentName } = assignment;
  const form = useForm(`ask.${id}`, { words: '' }, { refreshes: ['assignments', 'requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title="问一句"
      sub={request.title}
      main="问出去"
      busy={form.isPending && '正在送…'}
      why={lengthOf(words.trim()) < LENGTHS.question[0] ? '先写想问什么。' : null}
      error={form.error}
      foot={`居民看到是${departmentName}问的`}
      onClose={onClose}
      onMain={() =>
        form.send(ask, { id, version, words }, () => {
          toast('送到联络站了，看过再转给居民');
          onClose();
        })
      }
    >
      <WordField
        label="想问什么"
        placeholder="在哪个位置，什么时候开始的，拍一张就行"
        maxLength={LENGTHS.question[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
      <p className="note space-above-2">联络站看过再转。等居民回答的日子不算您的；没回，就按看到的先办。只能问两次。</p>
    </Dialog>
  );
}
