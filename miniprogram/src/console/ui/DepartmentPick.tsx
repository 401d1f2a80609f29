import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Kbd } from './Kbd';
import './DepartmentPick.css';
import '../../ui/Field.css';

type Department = { id: string; name: string; duties: string };

type Props = {
  label: string;
  departments: readonly Department[];
  /** Which one somebody thinks of, and what is said of that: it stands first, and is chosen by nobody. */
  wished?: { id: string; by: string } | null;
  /** It stands in a page, where keys do other things until somebody goes into it. */
  calm?: boolean;
  value: string | null;
  onChoose: (id: string | null) => void;
};

/** A department by a few letters of its name or of what it is for; arrows and Enter choose. */
export function DepartmentPick({ label, departments, wished = null, calm = false, value, onChoose }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!calm) field.current?.focus();
  }, [calm]);
  const found = foundIn(departments, { words: words.trim(), all, wished: wished?.id ?? null, value });
  const close = () => {
    setWords('');
    setAll(false);
    setAt(0);
  };
  const choose = (one: Department) => {
    onChoose(one.id);
    close();
  };
  const showAll = () => {
    onChoose(null);
    setWords('');
    setAll(true);
    // The one that stood there already comes first.
    setAt(found.length ? Math.min(1, departments.length - 1) : 0);
  };
  const hear = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === 1 && !words && !all) showAll();
    else if (by) setAt((now) => Math.max(0, Math.min(found.length - 1, now + by)));
    else if (event.key === 'Enter' && found[at] && !event.ctrlKey && !event.metaKey) choose(found[at]);
    else if (event.key === 'Escape' && (words || all)) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = `${id}-${found[at]?.id}`;
  useEffect(() => {
    if (all) document.getElementById(shown)?.scrollIntoView({ block: 'nearest' });
  }, [all, shown]);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-box">
        <Icon name="search" />
        <input
          ref={field}
          id={id}
          className="department-pick-input"
          role="combobox"
          autoComplete="off"
          aria-expanded={Boolean(words || all)}
          aria-controls={`${id}-list`}
          aria-activedescendant={value === null && found[at] ? shown : undefined}
          placeholder="名字，或者管什么，如 路灯"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
            if (value) onChoose(null);
          }}
          onKeyDown={hear}
        />
      </div>
      <div id={`${id}-list`} className="department-pick-list" role="listbox" aria-label={label} hidden={!found.length}>
        {found.map((one, index) => (
          <Option
            key={one.id}
            id={`${id}-${one.id}`}
            department={one}
            note={one.id === wished?.id ? wished.by : null}
            chosen={one.id === value}
            on={value === null && index === at}
            onChoose={() => choose(one)}
          />
        ))}
      </div>
      {words.trim() !== '' && !found.length && <p className="note space-above-1">没有这样的部门，换个字试试。</p>}
      {!words && !all && departments.length > 0 && (
        <div className="space-above-1">
          <Button kind="text" small onPress={showAll}>
            {`看全部 ${departments.length} 个部门`} <Kbd>↓</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}

type Looking = { words: string; all: boolean; wished: string | null; value: string | null };

/** What stands under the field: what was looked for, all of them, the one that was chosen, or the one that somebody thinks of. */
function foundIn(departments: readonly Department[], { words, all, wished, value }: Looking): Department[] {
  const byName = departments.filter(({ name }) => name.includes(words));
  if (words) return [...byName, ...departments.filter((one) => one.duties.includes(words) && !byName.includes(one))];
  const first = departments.filter(({ id }) => id === (value ?? wished));
  return all ? [...first, ...departments.filter((one) => !first.includes(one))] : first;
}

type OptionProps = {
  id: string;
  department: Department;
  note: string | null;
  chosen: boolean;
  on: boolean;
  onChoose: () => void;
};

function Option({ id, department: { name, duties }, note, chosen, on, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      className={`department-pick-option ${chosen ? 'chosen' : on ? 'on' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      // The field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span className="department-pick-radio" aria-hidden="true" />
      <span className="grow">
        <b>{name}</b>
        {note && <span className="department-pick-wish"> {note}</span>}
        {duties && <span className="department-pick-duties">{duties}</span>}
      </span>
      {on && <Kbd>↵</Kbd>}
    </div>
  );
}
