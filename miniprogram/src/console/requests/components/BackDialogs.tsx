import { deputyTitle } from '../../../../../shared/kernel/names';
import { REASON } from '../../../../../shared/kernel/text';
import { giveBack, type RequestPage, takeBack } from '../../../../../shared/requests/contract';
import { faultAt } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { newestOf } from './words';

type Props = { request: RequestPage; onClose: () => void };

/** It is no department's: the deputy answers after all. */
export function GiveBackDialog(props: Props) {
  const to = props.request.deputyName === null ? '村里的代表，谁先接谁回' : deputyTitle(props.request.deputyName);
  return (
    <WhyDialog
      {...props}
      procedure={giveBack}
      title="交回代表"
      label="为什么交回"
      foot={`居民会看到：交回${to}`}
      said={`“${props.request.title}”交回代表了`}
    />
  );
}

/** The wrong department has it: the station finds another. */
export function TakeBackDialog(props: Props) {
  const { departmentName, title } = props.request;
  return (
    <WhyDialog
      {...props}
      procedure={takeBack}
      title="收回来"
      label="为什么收回来"
      foot={`居民会看到：从${departmentName ?? '部门'}收回来，另外找一家`}
      said={`“${title}”收回来了，另外找一家`}
    />
  );
}

type WhyProps = Props & {
  procedure: typeof giveBack | typeof takeBack;
  title: string;
  label: string;
  foot: string;
  said: string;
};

/** Why it goes back; everybody who has a part in the matter reads it. The clock goes on. */
function WhyDialog({ request, onClose, procedure, title, label, foot, said }: WhyProps) {
  const form = useForm(`${procedure.name}.${request.id}`, { words: '' }, { refreshes: ['requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title={title}
      sub={request.title}
      main={title}
      busy={form.isPending && '正在送…'}
      why={lacksReason(words) ? '写一句为什么，居民看得到。' : null}
      error={form.error}
      foot={foot}
      onClose={onClose}
      onMain={() =>
        form.send(procedure, { id: request.id, words, seen: newestOf(request) }, () => {
          toast(said);
          onClose();
        })
      }
    >
      <WordField
        short
        label={label}
        maxLength={REASON[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
      <p className="note space-above-2">{`日子照旧，最晚还是 ${sayDay(request.clock.dueOn)}答复。`}</p>
    </Dialog>
  );
}
