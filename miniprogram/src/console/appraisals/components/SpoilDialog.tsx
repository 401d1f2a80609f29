import { useState } from 'react';
import { lengthOf } from '../../../../../shared/kernel/text';
import { spoilSlip } from '../../../../../shared/voting/contract';
import { LENGTHS } from '../../../../../shared/voting/limits';
import { SPOILT } from '../../../../../shared/voting/slips/states';
import { useAct } from '../../../platform/act';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';

type Props = { id: string; slip: string; onDone: (words: string) => void; onClose: () => void };

/** 作废: the first says why, the second makes it so. */
export function SpoilDialog({ id, slip, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const { send, isPending, error } = useAct(spoilSlip, ['voting']);
  const [least, most] = LENGTHS.spoiled;
  return (
    <Dialog
      title="作废这张"
      sub={slip}
      main="作废"
      busy={isPending && '正在记…'}
      why={lengthOf(reason.trim()) < least ? '先写为什么。' : null}
      error={error}
      foot="要两个人，各点一次。不撕不扔，夹回本子里。"
      onClose={onClose}
      onMain={() =>
        send({ id, slip, reason, handedOut: true }, ({ state }) => {
          onClose();
          onDone(SPOILT.includes(state) ? '作废了，夹回本子里' : '记下了，请另一位再点一次作废');
        })
      }
    >
      <Field label="为什么作废" placeholder="像 写错，换了一张" value={reason} maxLength={most} onInput={setReason} />
    </Dialog>
  );
}
