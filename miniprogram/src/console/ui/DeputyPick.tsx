import { useState } from 'react';
import { search } from '../../../../shared/directory/contract';
import { sayLevelNames } from '../../../../shared/directory/levels';
import { useCountyKind } from '../../platform/kind';
import { usePaused } from '../../platform/paused';
import { useCall } from '../../platform/query';
import { Choice } from '../../ui/Choice';
import { Fault } from '../../ui/Field';
import { SearchBox } from '../../ui/SearchBox';
import '../../ui/Field.css';

type Props = { value: string | null; fault?: string | null; onChoose: (id: string) => void };

/** One serving deputy by name, pinyin or initials. */
export function DeputyPick({ value, fault, onChoose }: Props) {
  const kind = useCountyKind();
  const [words, setWords] = useState('');
  const wanted = usePaused(words.trim());
  const { data } = useCall(search, { words: wanted }, { enabled: wanted !== '' });
  const options = (wanted ? (data?.deputies ?? []) : []).map(({ id, name, mandates }) => ({
    value: id,
    words: name,
    note: sayLevelNames(
      mandates.map(({ level }) => level),
      kind,
    ),
  }));
  return (
    <div className="field">
      <span className="field-label">是哪位代表</span>
      <SearchBox value={words} placeholder="代表的名字或拼音" onInput={setWords} />
      <div className="space-above-2">
        {wanted && data && !options.length && <p className="note">没有找到在任的代表。</p>}
        <Choice label="是哪位代表" options={options} value={value} onChoose={onChoose} />
      </div>
      <Fault>{fault}</Fault>
    </div>
  );
}
