import type { Day } from '../../../../../shared/kernel/days';
import { type Merge, merges } from '../../../../../shared/requests/contract';
import { useOnce } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayRecent } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { undoMerge } from './undo-merge';

/** 最近合的: what was put together lately, to be taken out again as long as it is not answered. */
export function LatelyMerged({ today }: { today: Day }) {
  const { data, error } = useCall(merges, {});
  if (error) return <Notice tone="late">{sayFault(error)}</Notice>;
  return (
    <>
      <h3 className="heading">最近合的</h3>
      {data && !data.items.length && <p className="note space-above-1">六十天里没有合过。</p>}
      <ul className="merge-lately">
        {data?.items.map((one) => (
          <Line key={one.id} one={one} today={today} />
        ))}
      </ul>
    </>
  );
}

function Line({ one: { title, count, on, members }, today }: { one: Merge; today: Day }) {
  const { busy, once } = useOnce(() => {});
  return (
    <li>
      <span className="grow">
        {title} <span className="note">{`${count} 件，${sayRecent(on, today)}`}</span>
      </span>
      {members.length ? (
        <Button
          small
          kind="text"
          label={`拆开：${title}，${count} 件`}
          busy={busy && '正在拆…'}
          onPress={() => once(() => undoMerge(members))}
        >
          拆开
        </Button>
      ) : (
        <span className="note">答过了</span>
      )}
    </li>
  );
}
