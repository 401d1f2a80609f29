import { useState } from 'react';
import { v4 } from 'uuid';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { issueSlip, type slips } from '../../../../../shared/voting/contract';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/Toast';
import { TakeBackSlip } from './TakeBackSlip';

const TO = [
  { value: 'phone', words: '有手机的' },
  { value: 'none', words: '没有手机的' },
  { value: 'instead', words: '换一张，写错了的' },
] as const;
type To = (typeof TO)[number]['value'];

type Props = { id: string; stations: Reply<typeof slips>['stations'] };

/** 发一张: a tick on the roll and a count at the station; which slip it is, nobody writes down. */
export function IssueSlip({ id, stations }: Props) {
  const [station, setStation] = useState(stations[0]?.id ?? '');
  const [to, setTo] = useState<To>('phone');
  const [phone, setPhone] = useState('');
  const [act, setAct] = useState(() => v4());
  const issue = useAct(issueSlip, ['voting']);
  const give = () =>
    issue.send(
      {
        id,
        stationId: station,
        act,
        adult: true,
        ...(to === 'phone' ? { phone } : {}),
        ...(to === 'instead' ? { instead: true } : {}),
      },
      ({ counts }) => {
        setPhone('');
        setAct(v4());
        toast(`记下了，这个站发了 ${counts.issued} 张，还有 ${counts.unissued} 张`);
      },
    );
  if (!stations.length) return null;
  return (
    <section className="panel" aria-label="发一张">
      <h2 className="heading">发一张</h2>
      <div className="form-column space-above-2">
        {stations.length > 1 && (
          <Select
            label="哪个站发的"
            value={station}
            options={stations.map(({ id, name }) => ({ value: id, words: name }))}
            onChoose={setStation}
          />
        )}
        <Choice label="发给谁" options={TO} value={to} onChoose={setTo} />
        {to === 'phone' && <Field label="手机号" value={phone} maxLength={20} kind="number" onInput={setPhone} />}
        <p className="note">
          当面说：领了纸票，手机上就不能再投；投过的那张不算了。请他自己从票里抽一张。满 18 岁、住在这里的才发。
        </p>
        <Button disabled={to === 'phone' && !phone} busy={issue.isPending && '正在记…'} onPress={give}>
          问过了，发一张
        </Button>
        {issue.error && <Notice tone="late">{sayFault(issue.error)}</Notice>}
        <TakeBackSlip id={id} stationId={station} />
      </div>
    </section>
  );
}
