import { lengthOf } from '../../../../../shared/kernel/text';
import { note, type RequestPage } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';

/** A word between the station and the deputy. */
export function NoteDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const form = useForm(`note.${request.id}`, { words: '' }, { refreshes: ['requests.follow'] });
  const { words } = form.value;
  return (
    <Dialog
      title="留一句"
      sub={request.title}
      main="留下"
      busy={form.isPending && '正在送…'}
      why={lengthOf(words.trim()) < LENGTHS.note[0] ? '先写一句。' : null}
      error={form.error}
      foot="代表和联络站看得到，居民看不到。"
      onClose={onClose}
      onMain={() =>
        form.send(note, { id: request.id, words }, () => {
          toast('留好了');
          onClose();
        })
      }
    >
      <WordArea
        label="留一句"
        maxLength={LENGTHS.note[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
    </Dialog>
  );
}
