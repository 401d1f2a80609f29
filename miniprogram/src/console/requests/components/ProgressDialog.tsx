import { useState } from 'react';
import { progress } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { lengthOf } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import type { Picture } from '../../../platform/pictures';
import { usePictureForm } from '../../../platform/usePictureForm';
import { PhotoPicker } from '../../../ui/PhotoPicker';
import { Dialog } from '../../ui/Dialog';
import { Labelled } from '../../ui/Labelled';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import type { AssignedProps } from './assigned-props';
import { isNew } from './assigned-words';
import { usePhrases } from './Phrases';

/** 先说一声进展: the resident reads it and is asked nothing; no clock stops. */
export function ProgressDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, acts } = assignment;
  const form = usePictureForm<{ words: string; pictures: Picture[] }>(
    `progress.${id}`,
    { words: '', pictures: [] },
    { refreshes: ['assignments', 'requests'] },
  );
  const { words, pictures } = form.value;
  const [adding, setAdding] = useState(false);
  const { toggle, field } = usePhrases({ assignmentId: id, words, onWords: (next) => form.change({ words: next }) });
  const short = lengthOf(words.trim()) < LENGTHS.progress[0];
  return (
    <Dialog
      title="先说一声进展"
      sub={request.title}
      main="送给居民"
      busy={form.isPending && '正在送…'}
      why={short ? '先写几个字。' : adding ? '照片在放进来…' : null}
      keys={{ l: toggle }}
      error={form.error}
      foot={acts.includes('answer') ? '不算答复，日子照样走。' : '居民看得到，不再问他。'}
      onClose={onClose}
      onMain={() =>
        form.send(
          progress,
          (ids) => ({ id, version, words, ...(ids.length ? { pictures: ids } : {}) }),
          () => {
            toast('说给居民了');
            onClose();
          },
        )
      }
    >
      {isNew(assignment) && <p className="secondary">说了进展，就算收下了，不能再退。</p>}
      <div className="form-column space-above-2">
        <WordField
          label="跟居民说"
          placeholder="办到哪一步了，下一步做什么"
          maxLength={LENGTHS.progress[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
        {field}
        <Labelled label="照片（可不加）">
          <PhotoPicker pictures={pictures} onChange={form.changePictures} onBusy={setAdding} />
        </Labelled>
      </div>
    </Dialog>
  );
}
