import { accept } from '../../../../../shared/assignments/contract';
import { useAct } from '../../../platform/act';
import { sayDay } from '../../../platform/say';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import type { AssignedProps } from './assigned-props';
import { sayLast } from './words';

/** 收下来办: one press, and what it means before it. */
export function AcceptDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version, departmentName, acceptBy, acts } = assignment;
  const { send, isPending, error } = useAct(accept, ['assignments', 'requests']);
  return (
    <Dialog
      title="收下来办"
      sub={request.title}
      main="收下"
      busy={isPending && '正在送…'}
      error={error}
      foot="收下不重新算日子。"
      onClose={onClose}
      onMain={() =>
        send({ id, version }, () => {
          toast('收下了，居民看得到');
          onClose();
        })
      }
    >
      <Notice>
        收下以后，居民看到：<b>{`在${departmentName}手里，${sayLast(request)}答复`}</b>
      </Notice>
      {acts.includes('return') && (
        <p className="secondary space-above-3">{`收下了就不能再退。不归您管的，最晚 ${sayDay(acceptBy)}退回。`}</p>
      )}
    </Dialog>
  );
}
