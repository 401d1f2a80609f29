import { type KeyboardEvent, useId, useState } from 'react';
import { divisions } from '../../../../shared/directory/contract';
import { ranked } from '../../../../shared/directory/rules';
import { useCall } from '../../platform/query';
import { Fault } from '../../ui/Field';
import './VillagePick.css';
import '../../ui/Field.css';

export type Village = { code: string; name: string; pinyin: string; townName: string };

type Props = {
  label: string;
  value: Village | null;
  fault?: string | null;
  onChoose: (village: Village | null) => void;
};

const MOST = 8;

/** A village by a few letters of its name or pinyin; arrows and Enter choose. */
export function VillagePick({ label, value, fault, onChoose }: Props) {
  const id = useId();
  const towns = useCall(divisions, {}).data?.towns ?? [];
  const [words, setWords] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const all = towns.flatMap((town) => town.villages.map((village) => ({ ...village, townName: town.name })));
  const ofTown = words ? all.filter(({ townName }) => townName.includes(words)) : [];
  const found = words ? [...new Set([...ranked(words, all), ...ofTown])].slice(0, MOST) : [];
  const choose = (village: Village) => {
    onChoose(village);
    setWords(null);
    setAt(0);
  };
  const hear = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setAt((now) => Math.min(found.length - 1, Math.max(0, now + by)));
    else if (event.key === 'Enter' && found[at] && !event.ctrlKey) choose(found[at]);
    else if (event.key === 'Escape' && words !== null) setWords(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field village-pick">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className={`field-box ${fault ? 'bad' : ''}`}>
        <input
          id={id}
          className="village-pick-input"
          role="combobox"
          autoComplete="off"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] && `${id}-${found[at].code}`}
          placeholder="村名或拼音，如 草坪、cp"
          value={words ?? (value ? `${value.townName} ${value.name}` : '')}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
            if (value) onChoose(null);
          }}
          onKeyDown={hear}
          onBlur={() => setWords(null)}
        />
      </div>
      <div id={`${id}-list`} className="village-pick-list" role="listbox" aria-label="找到的村" hidden={!found.length}>
        {found.map((village, index) => (
          <div
            key={village.code}
            id={`${id}-${village.code}`}
            className={`village-pick-option ${index === at ? 'on' : ''}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(village);
            }}
          >
            {village.name} <span className="note">{village.townName}</span>
          </div>
        ))}
      </div>
      {words && !found.length && all.length > 0 && (
        <p className="note space-above-1">没有叫这个名字的村，换个字试试。</p>
      )}
      <Fault>{fault}</Fault>
    </div>
  );
}
