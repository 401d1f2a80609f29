import { Button } from '../../../ui/Button';
import { Icon, type IconName } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import './Rows.scss';
import '../../../ui/swap.scss';

/** A matter in a list: when it is due, what it is about, and what stands under it. */
export type Line = {
  id: string;
  title: string;
  when: { words: string; icon: IconName; tone: string };
  notes: readonly string[];
  tags: readonly { words: string; icon: IconName; tone: 'wait' | 'late' | 'accent' | 'plain' }[];
};

type Props = {
  label: string;
  lines: readonly Line[];
  chosen: string | null;
  /** There are more; says what it does while they come. */
  more: boolean;
  busy: boolean;
  onChoose: (id: string) => void;
  onMore: () => void;
};

/** One row a matter, and those that come after them. */
export function Rows({ label, lines, chosen, more, busy, onChoose, onMore }: Props) {
  return (
    <>
      <div role="listbox" aria-label={label}>
        {lines.map((line) => (
          <Row key={line.id} line={line} on={line.id === chosen} onChoose={onChoose} />
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

function Row({ line, on, onChoose }: { line: Line; on: boolean; onChoose: (id: string) => void }) {
  const { id, title, when, notes, tags } = line;
  return (
    <Press role="option" on={on} className={`worklist-row ${on ? 'selected' : ''}`} onPress={() => onChoose(id)}>
      <span className={`worklist-row-when ${when.tone}`}>
        <Icon name={when.icon} />
        {when.words}
      </span>
      <span className="worklist-row-inside">
        <b className="worklist-row-title">{title}</b>
        {notes.filter(Boolean).map((words) => (
          <span key={words} className="worklist-row-note">
            {words}
          </span>
        ))}
        {tags.length > 0 && (
          <span className="worklist-row-tags">
            {tags.map(({ words, icon, tone }) => (
              <Tag key={words} icon={icon} tone={tone}>
                {words}
              </Tag>
            ))}
          </span>
        )}
      </span>
    </Press>
  );
}
