import { type SettingChange, settingChanges } from '../../../../../shared/directory/contract/office';
import { dayOf } from '../../../../../shared/kernel/days';
import { sayValue } from '../../../../../shared/kernel/settings';
import { sayFault } from '../../../platform/faults';
import { usePages } from '../../../platform/query';
import { sayDate } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Skeleton } from '../../../ui/Skeleton';

/** 改过几次: who proposed and who agreed or not, when, why, from what to what; the last first. */
export function SettingHistory({ setting }: { setting: string }) {
  const list = usePages(settingChanges, { setting });
  return (
    <section className="space-above-4" aria-label="以前改过的">
      <h3 className="settings-subhead">以前改过的</h3>
      {list.isPending && !list.error && <Skeleton cards={1} />}
      {list.error && !list.items.length && <p className="note">{sayFault(list.error)}</p>}
      {!list.isPending && !list.error && !list.items.length && <p className="note">还没有改过。</p>}
      <ul>
        {list.items.map((change) => (
          <Line key={change.id} change={change} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button kind="second" small busy={list.isFetchingNextPage && '正在取…'} onPress={list.fetchNextPage}>
          再看一些
        </Button>
      )}
    </section>
  );
}

function Line({ change }: { change: SettingChange }) {
  const { from, to, by, reason, at, decidedAt } = change;
  return (
    <li className="settings-past">
      <b className="block">{to.calendar ? sayValue(to) : `${sayValue(from)} → ${sayValue(to)}`}</b>
      <span className="note block">{`${sayDate(dayOf(new Date(at)))} ${by}提的：${reason}`}</span>
      {decidedAt && (
        <span className="note block">{`${sayDate(dayOf(new Date(decidedAt)))} ${sayDecided(change)}`}</span>
      )}
    </li>
  );
}

/** What became of it, by whom; what is not decided stands in the list above. */
const DECIDED: Record<SettingChange['state'], (by: string, why: string) => string> = {
  proposed: () => '等另一个人点',
  confirmed: (by) => `${by}同意了，从那时起按新的`,
  declined: (by, why) => `${by}没同意：${why}`,
  withdrawn: (by) => `${by}自己撤回了，没有改`,
};

function sayDecided({ state, decidedBy, declineReason }: SettingChange): string {
  return DECIDED[state](decidedBy ?? '', declineReason ?? '');
}
