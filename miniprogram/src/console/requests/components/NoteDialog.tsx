import { useState } from 'react';
import { note, type RequestPage } from '../../../../../shared/requests/contract';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { useOnce } from '../../ui/useOnce';
import { faultAt } from '../../ui/words';

/** A word between the station and the deputy. */
export function NoteDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const act = useOnce(note, ['requests.follow']);
  const [words, setWords] = useState('');
  return (
    <Dialog
      title="留一句"
      sub={request.title}
      main="留下"
      busy={act.isPending && '正在送…'}
      why={words.trim().length < 2 ? '先写一句。' : null}
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
      <WordArea label="留一句" maxLength={1000} value={words} fault={faultAt(act.error, 'words')} onInput={setWords} />
    </Dialog>
  );
}
