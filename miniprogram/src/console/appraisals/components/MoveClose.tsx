import { useState } from 'react';
import { moveClose, proposeClose, withdrawClose } from '../../../../../shared/appraisals/contract';
import { endOf } from '../../../../../shared/kernel/days';
import { useAct } from '../../../platform/act';
import { useToday } from '../../../platform/clock';
import { sayFault } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { CloseFields } from './CloseFields';
import { sayClose } from './closing';
import type { Prepared } from './useDraft';

/** 提前关、延期: one proposes and says why, another agrees, and everybody reads it; until then either of them takes it back. */
export function MoveClose({ prepared }: { prepared: Prepared }) {
  const { id, acts, closing, closings = [] } = prepared;
  const [asking, setAsking] = useState(false);
  const agree = useAct(moveClose, ['appraisals']);
  const withdraw = useAct(withdrawClose, ['appraisals']);
  const error = agree.error ?? withdraw.error;
  return (
    <>
      {closings.map(({ from, to, reason }) => (
        <p key={`${from} ${to}`} className="note space-above-2">
          {`原来 ${sayClose(from)} 关，改到 ${sayClose(to)}。因为：${reason}`}
        </p>
      ))}
      {closing && (
        <div className="space-above-3">
          <Notice tone="wait">
            {`${closing.name ?? '有人'}提出改到 ${sayClose(closing.closesAt)} 关。因为：${closing.reason}`}
            {!acts.includes('move_close') && <b className="block">要另一位管理员来定。</b>}
          </Notice>
        </div>
      )}
      {error && (
        <div className="space-above-2">
          <Notice tone="late">{sayFault(error)}</Notice>
        </div>
      )}
      <div className="row wrap space-above-3">
        {closing && acts.includes('move_close') && (
          <Button
            busy={agree.isPending && '正在改…'}
            onPress={() => agree.send({ id, proposal: closing.id }, () => toast('关票时间改好了，大家都看得到'))}
          >
            同意，改到那时关
          </Button>
        )}
        {closing && acts.includes('withdraw_close') && (
          <Button
            kind="line"
            small
            busy={withdraw.isPending && '正在撤…'}
            onPress={() => withdraw.send({ id, proposal: closing.id }, () => toast('撤回了，关票时间照旧'))}
          >
            撤回
          </Button>
        )}
        {acts.includes('propose_close') && (
          <Button kind="line" small onPress={() => setAsking(true)}>
            提前关、延期
          </Button>
        )}
      </div>
      {asking && <Propose prepared={prepared} onClose={() => setAsking(false)} />}
    </>
  );
}

function Propose({ prepared: { id, draft }, onClose }: { prepared: Prepared; onClose: () => void }) {
  const today = useToday();
  const form = useForm(`close.${id}`, { closesAt: draft.closesAt, reason: '' }, { refreshes: ['appraisals'] });
  const { closesAt, reason } = form.value;
  const { day } = endOf(new Date(closesAt));
  const why =
    closesAt === draft.closesAt ? '先选新的关票时间。' : lacksReason(reason) ? '写一句为什么改，大家都看得到。' : null;
  return (
    <Dialog
      title="提前关、延期"
      main="提出来"
      busy={form.isPending && '正在提…'}
      why={day < today ? '新的日子要在今天以后。' : why}
      error={form.error}
      foot="要另一位管理员同意才算。谁提的、谁定的、为什么，都会记下来。问卷、部门、名册不变。"
      onClose={onClose}
      onMain={() =>
        form.send(proposeClose, { id, closesAt, reason }, () => {
          toast('提出来了，还差一位');
          onClose();
        })
      }
    >
      <CloseFields closesAt={closesAt} onChange={(next) => form.change({ closesAt: next })} />
      <ReasonField
        label="为什么改（公开）"
        placeholder="比如：连下大雨，路断了"
        value={reason}
        error={form.error}
        onInput={(next) => form.change({ reason: next })}
      />
    </Dialog>
  );
}
