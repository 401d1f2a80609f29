import type { RequestPage } from '../../../../../shared/requests/contract';
import { CONTACT_WORDS } from '../../../../../shared/requests/words';
import { faultAt } from '../../../platform/faults';
import { useContact } from '../../../requests/components/useContact';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';

/** The phone of whom it was entered for, put right until they confirm. */
export function ContactDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const { contact, title } = request;
  const { phone, write, fault, error, busy, send } = useContact(request);
  const put = (given?: string) =>
    send(given, () => {
      toast(given === undefined ? '电话去掉了' : '电话改好了');
      onClose();
    });
  return (
    <Dialog
      title="改电话"
      sub={title}
      main="就用这个号"
      busy={busy && '正在送…'}
      why={fault}
      error={error}
      foot="请念给他听一遍。他用微信确认这个号，说是他的事，才看得到。"
      onClose={onClose}
      onMain={() => put(phone)}
    >
      {contact && <p className="secondary">{CONTACT_WORDS[contact]}</p>}
      <Field label="他的手机号" maxLength={20} value={phone} fault={faultAt(error, 'phone')} onInput={write} />
      {contact === 'unconfirmed' && (
        <Button kind="text" disabled={busy} onPress={() => put()}>
          不留电话
        </Button>
      )}
    </Dialog>
  );
}
