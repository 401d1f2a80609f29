import { correctContact, type RequestPage } from '../../../../../shared/requests/contract';
import { CONTACT_WORDS } from '../../../../../shared/requests/words';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { phoneFault } from '../../../requests/components/form';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';

/** The phone of whom it was entered for, put right until they confirm. */
export function ContactDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const { id, contact, title } = request;
  const form = useForm(`contact.${id}`, { phone: '' }, { refreshes: ['requests.follow'] });
  const { phone } = form.value;
  const fault = phoneFault(phone);
  const send = (given?: string) =>
    form.send(correctContact, { id, phone: given }, () => {
      toast(given === undefined ? '电话去掉了' : '电话改好了');
      onClose();
    });
  return (
    <Dialog
      title="改电话"
      sub={title}
      main="就用这个号"
      busy={form.isPending && '正在送…'}
      why={phone.trim() ? fault : '先写手机号。'}
      error={form.error}
      foot="请念给他听一遍。他用微信确认这个号，说是他的事，才看得到。"
      onClose={onClose}
      onMain={() => send(phone)}
    >
      {contact && <p className="secondary">{CONTACT_WORDS[contact]}</p>}
      <Field
        label="他的手机号"
        maxLength={20}
        value={phone}
        fault={faultAt(form.error, 'phone')}
        onInput={(words) => form.change({ phone: words })}
      />
      {contact === 'unconfirmed' && (
        <Button kind="text" disabled={form.isPending} onPress={() => send()}>
          不留电话
        </Button>
      )}
    </Dialog>
  );
}
