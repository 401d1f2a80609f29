import { nameWatcher } from '../../../../../shared/suggestions/contract';
import type { Suggestion } from '../../../../../shared/suggestions/shown';
import { act, useAct } from '../../../platform/act';
import { newKey } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import { Notice } from '../../../ui/Notice';
import { Select } from '../../ui/Select';
import { toast, toastWithUndo } from '../../ui/Toast';

const OFFICE = 'office';
const REFRESHES = ['suggestions'];

/** 督办: who watches over it from now on; chosen is done, and undone by a key as long as that is said. */
export function Watcher({ suggestion: { id, version, watcherId, committees = [] } }: { suggestion: Suggestion }) {
  const naming = useAct(nameWatcher, REFRESHES);
  if (!committees.length) return null;
  const back = async (since: number) => {
    try {
      await act(nameWatcher, { id, version: since, watcherId }, { key: newKey(), refreshes: REFRESHES });
      toast('督办的改回去了');
    } catch (error) {
      toast(sayFault(error as Error));
    }
  };
  const choose = (next: string) => {
    const chosen = next === OFFICE ? null : next;
    if (chosen === watcherId || naming.isPending) return;
    void naming.send({ id, version, watcherId: chosen }, (after) =>
      toastWithUndo(`改由${after.watcherName ?? '办公室'}督办`, {
        words: '改回去',
        key: 'Z',
        run: () => back(after.version),
      }),
    );
  };
  return (
    <div className="space-above-3">
      <Select
        label="谁督办"
        value={watcherId ?? OFFICE}
        options={[{ value: OFFICE, words: '办公室' }, ...committees.map((one) => ({ value: one.id, words: one.name }))]}
        onChoose={choose}
      />
      {naming.error && <Notice tone="wait">{sayFault(naming.error)}</Notice>}
    </div>
  );
}
