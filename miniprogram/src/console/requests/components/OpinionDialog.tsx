import { giveOpinion, type PartLine } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { GIVE_WORDS } from '../../../../../shared/assignments/part/words';
import { lengthOf } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';

/** 给主办意见: it stands in the answer of the lead as it is written here. */
export function OpinionDialog({ part, onClose }: { part: PartLine; onClose: () => void }) {
  const { id, version, kind, leadName, asks, words: before } = part;
  const form = useForm(`opinion.${id}`, { words: before ?? '' }, { refreshes: ['assignments', 'requests'] });
  const { words } = form.value;
  const { title, hint } = GIVE_WORDS[kind];
  const [least] = LENGTHS.opinion;
  return (
    <Dialog
      title={before === null ? title : '改一改'}
      sub={part.title}
      main="送给主办"
      busy={form.isPending && '正在送…'}
      why={lengthOf(words.trim()) < least ? `写清楚一点，至少 ${least} 个字。` : null}
      error={form.error}
      foot={`${leadName}的答复里原样写这一段，居民看得到`}
      onClose={onClose}
      onMain={() =>
        form.send(giveOpinion, { id, version, words: words.trim() }, () => {
          toast(`送给${leadName}了，它答复以前还能改`);
          onClose();
        })
      }
    >
      {asks && (
        <p className="quote" dir="auto">
          {asks}
        </p>
      )}
      <WordField
        label={title}
        placeholder={hint}
        maxLength={LENGTHS.opinion[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
    </Dialog>
  );
}
