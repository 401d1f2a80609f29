import { useState } from 'react';
import { invite, type Membership } from '../../../../../shared/identity/contract';
import { dayOf } from '../../../../../shared/kernel/days';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useAct } from '../../../platform/act';
import { sayDayAndWeekday } from '../../../platform/say';
import { Dialog } from '../../ui/Dialog';

/** Eight letters to read out on the telephone, for somebody whose phone is not on the roster. */
export function InviteDialog({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const act = useAct(invite, ['identity']);
  const [made, setMade] = useState<Reply<typeof invite> | null>(null);
  const who = membership.name ?? '他';
  return (
    <Dialog
      title={`给${who}的邀请码`}
      main={made ? undefined : '做一个'}
      busy={act.isPending && '正在做…'}
      error={act.error}
      foot={made ? '只显示这一次，关掉就看不到了。' : '以前做的，从现在起不能用了。'}
      onClose={onClose}
      onMain={() => act.send({ id: membership.id }, setMade)}
    >
      {made ? (
        <>
          <p className="large-code" role="status">
            {`${made.code.slice(0, 4)} ${made.code.slice(4)}`}
          </p>
          <p className="secondary center">{`用一次，到 ${sayDayAndWeekday(dayOf(new Date(made.expiresAt)))}`}</p>
        </>
      ) : (
        <p>{`念给${who}听：微信打开连心站，点“我”，点“领身份”。手机号对不上名册的时候用。`}</p>
      )}
    </Dialog>
  );
}
