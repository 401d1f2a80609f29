import { useState } from 'react';
import { REASON } from '../../../../../shared/kernel/text';
import { type RequestPage, seePhone } from '../../../../../shared/requests/contract';
import { LOOK_REASON_WORDS, LOOK_REASONS, type LookReason } from '../../../../../shared/requests/looks';
import { useAct } from '../../../platform/act';
import { faultAt } from '../../../platform/faults';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import './SeePhoneDialog.css';

const OPTIONS = LOOK_REASONS.map((value) => ({ value, words: LOOK_REASON_WORDS[value] }));

/** The resident's phone, once it is said what for. The number stays in this dialog: it is kept nowhere, and gone when it closes. */
export function SeePhoneDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const [reason, setReason] = useState<LookReason | null>(null);
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState<string | null>(null);
  const act = useAct(seePhone, ['requests.follow']);
  if (phone !== null)
    return (
      <Dialog title="居民的电话" sub={request.title} foot="打过以后，说了什么记在“留一句”里。" onClose={onClose}>
        <a className="seen-phone" href={`tel:${phone}`}>
          {spelt(phone)}
        </a>
        <Notice icon="eye">已经告诉他：谁看的、什么时候、为什么。请不要抄走，也不要转给部门。</Notice>
      </Dialog>
    );
  const why = reason === null ? '先点为什么要看。' : lacksReason(words) ? '写一句，居民看得到。' : null;
  return (
    <Dialog
      title="看电话"
      sub={request.title}
      main="写好了，看"
      busy={act.isPending && '正在取…'}
      why={why}
      error={act.error}
      foot="居民会知道是您看的、为什么。这条记录谁也删不掉。"
      onClose={onClose}
      onMain={() =>
        reason && act.send({ id: request.id, reason, words: words.trim() }, (reply) => setPhone(reply.phone))
      }
    >
      {request.contact === 'unconfirmed' && (
        <Notice tone="wait">登记时留的号，还没有本人确认，可能是错的。打通了先问清是不是他。</Notice>
      )}
      <Choice label="为什么要看" options={OPTIONS} value={reason} onChoose={setReason} />
      <div className="space-above-3">
        <Field
          label="写一句，说给居民听"
          placeholder="比如：问清楚是哪三盏灯不亮"
          maxLength={REASON[1]}
          value={words}
          fault={faultAt(act.error, 'words')}
          onInput={setWords}
        />
      </div>
    </Dialog>
  );
}

/** As it is read out: 138 0000 0001. */
function spelt(phone: string): string {
  return phone.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
