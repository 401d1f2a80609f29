import { LENGTHS } from '../../../../shared/assignments/limits';
import { hasRoom, type Row } from '../../../../shared/assignments/part/words';
import { faultAt } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { WordArea } from '../../ui/WordArea';
import { DepartmentPick } from './DepartmentPick';
import { Kbd } from './Kbd';
import './TogetherRows.css';

type Department = { id: string; name: string; duties: string };
type Props = {
  departments: readonly Department[];
  /** Who has it or is asked already, and can't be asked once more; `asked`: how many of them are asked. */
  taken: readonly string[];
  asked?: number;
  rows: readonly Row[];
  /** The path of the rows in what is sent. */
  at: string;
  error: Error | null;
  /** Somebody is looked for. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onChange: (rows: Row[]) => void;
};

/** 谁一起办: each department with what it is asked to do, and the next one by a few letters. */
export function TogetherRows({ departments, taken, asked = 0, rows, at, error, adding, onAdding, onChange }: Props) {
  const there = [...taken, ...rows.map(({ departmentId }) => departmentId)];
  const left = departments.filter(({ id }) => !there.includes(id));
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  const add = (departmentId: string | null) => {
    if (!departmentId) return;
    onChange([...rows, { departmentId, words: '' }]);
    onAdding(false);
    // Once it is there.
    setTimeout(() => [...document.querySelectorAll<HTMLElement>('.together-row textarea')].at(-1)?.focus());
  };
  return (
    <div>
      {rows.map(({ departmentId, words }, index) => (
        <div key={departmentId} className="together-row">
          <div className="together-row-head">
            <b className="grow">{nameOf(departmentId)}</b>
            <Button
              small
              kind="text"
              label={`去掉，${nameOf(departmentId)}`}
              onPress={() => onChange(rows.filter((one) => one.departmentId !== departmentId))}
            >
              去掉
            </Button>
          </div>
          <WordArea
            short
            label={`请${nameOf(departmentId)}做什么`}
            placeholder="请他们做什么，办哪一段"
            maxLength={LENGTHS.asks[1]}
            value={words}
            fault={faultAt(error, `${at}.${index}.words`)}
            onInput={(next) =>
              onChange(rows.map((one) => (one.departmentId === departmentId ? { ...one, words: next } : one)))
            }
          />
        </div>
      ))}
      {adding && hasRoom(asked + rows.length) && (
        <DepartmentPick label="请哪家" departments={left} value={null} onChoose={add} />
      )}
      {!adding && left.length > 0 && hasRoom(asked + rows.length) && (
        <div className="space-above-2">
          <Button small kind="second" icon="plus" onPress={() => onAdding(true)}>
            {rows.length ? '再加一家' : '加一家'} <Kbd>G</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
