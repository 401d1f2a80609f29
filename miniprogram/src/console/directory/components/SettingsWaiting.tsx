import { useState } from 'react';
import {
  confirmSetting,
  declineSetting,
  type SettingChange,
  withdrawSetting,
} from '../../../../../shared/directory/contract/office';
import { dayOf } from '../../../../../shared/kernel/days';
import { sayValue } from '../../../../../shared/kernel/settings';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { sayDate } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { Kbd } from '../../ui/Kbd';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import '../../ui/people.css';
import './Settings.scss';

const REFRESHES = ['directory'] as const;

/** Takes back what one proposed oneself; also by a key. */
export function useWithdraw() {
  const act = useAct(withdrawSetting, REFRESHES);
  return { ...act, withdraw: (id: string) => act.send({ id }, () => toast('撤回了，没有改')) };
}

type Props = {
  waiting: readonly SettingChange[];
  withdrawing: ReturnType<typeof useWithdraw>;
  onShow: (setting: string) => void;
};

/** 等另一个人点: what waits for a second person, with why. */
export function SettingsWaiting({ waiting, withdrawing, onShow }: Props) {
  const confirm = useAct(confirmSetting, REFRESHES);
  const [declining, setDeclining] = useState<SettingChange | null>(null);
  const error = confirm.error ?? withdrawing.error;
  if (!waiting.length && !error) return null;
  return (
    <section aria-label="等另一个人点">
      {error && <Notice tone="late">{sayFault(error)}</Notice>}
      <ul className="people">
        {waiting.map((change) => {
          const { id, title, from, to, by, at, reason, acts, setting } = change;
          return (
            <li key={id} className="person">
              <div className="grow">
                <b className="block">{`${title}：${to.calendar ? '' : `${sayValue(from)} → `}${sayValue(to)}`}</b>
                <span className="secondary block">{`${sayDate(dayOf(new Date(at)))} ${by}提的。因为：${reason}`}</span>
              </div>
              <div className="row wrap">
                {acts.includes('confirm') && (
                  <Button
                    small
                    label={`同意：${title}`}
                    busy={confirm.isPending && '正在改…'}
                    onPress={() =>
                      confirm.send({ id }, () => {
                        toast('同意了，从现在起按新的');
                        onShow(setting);
                      })
                    }
                  >
                    同意
                  </Button>
                )}
                {acts.includes('decline') && (
                  <Button kind="line" small label={`不同意：${title}`} onPress={() => setDeclining(change)}>
                    不同意
                  </Button>
                )}
                {acts.includes('withdraw') && (
                  <>
                    <span className="note">等另一个人点</span>
                    <Button
                      kind="line"
                      small
                      label={`撤回：${title}`}
                      busy={withdrawing.isPending && '正在撤…'}
                      onPress={() => withdrawing.withdraw(id)}
                    >
                      撤回
                    </Button>
                    <span className="keys-note" aria-hidden="true">
                      <Kbd>Z</Kbd>
                    </span>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {declining && <DeclineDialog change={declining} onClose={() => setDeclining(null)} />}
    </section>
  );
}

function DeclineDialog({ change: { id, title, by }, onClose }: { change: SettingChange; onClose: () => void }) {
  const form = useForm(`decline-setting.${id}`, { reason: '' }, { refreshes: REFRESHES });
  const { reason } = form.value;
  return (
    <Dialog
      title={`不同意：${title}`}
      main="不同意"
      busy={form.isPending && '正在送…'}
      why={lacksReason(reason) ? '写一句为什么。' : null}
      error={form.error}
      foot={`还按现在的。${by}和人大办的人看得到为什么。`}
      onClose={onClose}
      onMain={() =>
        form.send(declineSetting, { id, reason }, () => {
          toast('没有改，还按现在的');
          onClose();
        })
      }
    >
      <ReasonField
        label="为什么不同意"
        placeholder="比如：先问问部门，够不够"
        value={reason}
        error={form.error}
        onInput={(next) => form.change({ reason: next })}
      />
    </Dialog>
  );
}
