import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import type { WorklistItem } from '../../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import { REASONS, sayWhen } from './words';
import './TriageList.scss';

type Props = {
  label: string;
  items: readonly WorklistItem[];
  chosen: string | null;
  /** There are more; says what it does while they come. */
  more: boolean;
  busy: boolean;
  onChoose: (id: string) => void;
  onMore: () => void;
};

/** One row a matter: when it is due, what it is about, whose it is, and why it waits for the station. */
export function TriageList({ label, items, chosen, more, busy, onChoose, onMore }: Props) {
  return (
    <>
      <div role="listbox" aria-label={label}>
        {items.map((item) => (
          <Row key={item.id} item={item} on={item.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      {more && (
        <div className="worklist-more">
          <Button kind="second" small wide repeats busy={busy && '正在取…'} onPress={onMore}>
            再看一些
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ item, on, onChoose }: { item: WorklistItem; on: boolean; onChoose: (id: string) => void }) {
  const { id, title, villageName, category, deputyName, name, reasons, trackingNumber } = item;
  const when = sayWhen(item);
  return (
    <Press role="option" on={on} className={`worklist-row ${on ? 'selected' : ''}`} onPress={() => onChoose(id)}>
      <span className={`worklist-row-when ${when.tone}`}>
        <Icon name={when.icon} />
        {when.words}
      </span>
      <span className="worklist-row-inside">
        <b className="worklist-row-title">{title}</b>
        <span className="worklist-row-note">{`${villageName} · ${CATEGORY_NAMES[category]}`}</span>
        <span className="worklist-row-note">
          {[deputyName ?? '哪位代表都行', name, spellTrackingNumber(trackingNumber)].filter(Boolean).join(' · ')}
        </span>
        {reasons.some((reason) => reason !== 'late') && (
          <span className="worklist-row-tags">
            {reasons
              .filter((reason) => reason !== 'late')
              .map((reason) => (
                <Tag key={reason} icon={REASONS[reason].icon} tone={REASONS[reason].tone}>
                  {REASONS[reason].words}
                </Tag>
              ))}
          </span>
        )}
      </span>
    </Press>
  );
}
