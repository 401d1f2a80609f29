import { useState } from 'react';
import { lengthOf } from '../../../../../shared/kernel/text';
import { note, type RequestPage } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { useAct } from '../../../platform/act';
import { faultAt } from '../../../platform/faults';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';

/** A word between the station and the deputy. */
export function NoteDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const act = useAct(note, ['requests.follow']);
  const [words, setWords] = useState('');
  return (
    <Dialog
      title="留一句"
      sub={request.title}
      main="留下"
      busy={act.isPending && '正在送…'}
      why={lengthOf(words.trim()) < LENGTHS.note[0] ? '先写一句。' : null}
      error={act.error}
      foot="代表和联络站看得到，居民看不到。"
      onClose={onClose}
      onMain={() =>
        act.send({ id: request.id, words }, () => {
          toast('留好了');
          onClose();
        })
      }
    >
      <WordArea
        label="留一句"
        maxLength={LENGTHS.note[1]}
        value={words}
        fault={faultAt(act.error, 'words')}
        onInput={setWords}
      />
    </Dialog>
  );
}
