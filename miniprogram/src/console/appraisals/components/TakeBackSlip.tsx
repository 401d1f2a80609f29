import { useState } from 'react';
import { v4 } from 'uuid';
import { takeBackSlip } from '../../../../../shared/voting/contract';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { toast } from '../../ui/Toast';

/** 勾错了号: the tick goes from a number on which a clerk set it by mistake, and the slip is on the pile again. */
export function TakeBackSlip({ id, stationId }: { id: string; stationId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const [act, setAct] = useState(() => v4());
  const takeBack = useAct(takeBackSlip, ['voting']);
  const send = () =>
    takeBack.send({ id, stationId, act, phone }, ({ counts }) => {
      setPhone('');
      setAct(v4());
      setOpen(false);
      toast(`收回了，这个站发了 ${counts.issued} 张，还有 ${counts.unissued} 张`);
    });
  if (!isOpen)
    return (
      <Button kind="text" onPress={() => setOpen(true)}>
        勾错了号？
      </Button>
    );
  return (
    <>
      <Field label="勾错的手机号" value={phone} maxLength={20} kind="number" onInput={setPhone} />
      <p className="note">只能收回自己今天发的。票放回本里，这个号码又能用手机投了，投过的还算。</p>
      <Button disabled={!phone} busy={takeBack.isPending && '正在收回…'} onPress={send}>
        收回这一勾
      </Button>
      <Button kind="text" onPress={() => setOpen(false)}>
        不收了
      </Button>
      {takeBack.error && <Notice tone="late">{sayFault(takeBack.error)}</Notice>}
    </>
  );
}
