import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Town, Unit } from '../../../shared/directory/contract';
import { matches, type Named, ranked } from '../../../shared/directory/rules';
import { type Place, placeOf } from '../platform/place';
import { Card } from './Card';
import { Cell } from './Cell';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import { SearchBox } from './SearchBox';
import './PlacePicker.css';
import './check.scss';

type Props = {
  towns: readonly Town[];
  chosen: Place | null;
  onChoose: (place: Place) => void;
  /** Work units, found by name as places are; without `onUnit` they are left out. */
  units?: readonly Unit[];
  onUnit?: (unit: Unit) => void;
  /** A whole town may be chosen too. */
  onTown?: (town: Town) => void;
  /** What else may be looked for with the same words: people. */
  also?: (words: string) => ReactNode;
  /** Other ways to say where, above the towns. */
  ways?: ReactNode;
  /** And below the villages, and below what a search found, for who did not find theirs. */
  below?: ReactNode;
};

/** Town left, village right; or a name typed: characters, pinyin or initials. */
export function PlacePicker({ towns, chosen, onChoose, units = [], onUnit, onTown, also, ways, below }: Props) {
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<{ town: string; of: string | undefined } | null>(null);
  // A place chosen elsewhere (near me) opens its town.
  const townCode = picked && picked.of === chosen?.village ? picked.town : (chosen?.town ?? towns[0]?.code);
  const setTownCode = (town: string) => setPicked({ town, of: chosen?.village });
  const town = towns.find(({ code }) => code === townCode);
  return (
    <>
      <View className="search-top">
        <SearchBox value={words} placeholder="村名、人名或拼音" onInput={setWords} />
      </View>
      {words.trim() ? (
        <Found
          towns={towns}
          units={onUnit ? units : []}
          words={words.trim()}
          onChoose={(place) => {
            onChoose(place);
            setWords('');
          }}
          onUnit={onUnit}
          onTown={(code) => {
            setTownCode(code);
            setWords('');
          }}
          also={also}
          below={below}
        />
      ) : (
        <>
          {ways}
          <View className="place-columns">
            <View className="place-towns" {...aria('listbox', '乡镇、街道')}>
              {towns.map(({ code, name }) => (
                <Press
                  key={code}
                  role="option"
                  className={`place-town ${code === townCode ? 'on' : ''}`}
                  on={code === townCode}
                  onPress={() => setTownCode(code)}
                >
                  {name}
                </Press>
              ))}
            </View>
            {town && <Villages town={town} chosen={chosen} onChoose={onChoose} onTown={onTown} below={below} />}
          </View>
        </>
      )}
    </>
  );
}

type VillagesProps = {
  town: Town;
  chosen: Place | null;
  onChoose: (place: Place) => void;
  onTown?: (town: Town) => void;
  below?: ReactNode;
};

function Villages({ town, chosen, onChoose, onTown, below }: VillagesProps) {
  return (
    <View className="place-villages">
      <Text className="note block">{`${town.name} · ${town.villages.length} 个村和社区`}</Text>
      <View {...aria('listbox', `${town.name}的村和社区`)}>
        {onTown && (
          <Press role="option" className="place-village" on={false} onPress={() => onTown(town)}>
            <Text>{`${town.name}全部`}</Text>
          </Press>
        )}
        {town.villages.map((village) => {
          const on = village.code === chosen?.village;
          return (
            <Press
              key={village.code}
              role="option"
              className={`place-village ${on ? 'on' : ''}`}
              on={on}
              onPress={() => onChoose(placeOf(town, village))}
            >
              <Text>{village.name}</Text>
              {on && <Icon name="check" />}
            </Press>
          );
        })}
      </View>
      {below}
    </View>
  );
}

const MOST = 30;

type FoundProps = {
  towns: readonly Town[];
  units: readonly Unit[];
  words: string;
  onChoose: (place: Place) => void;
  onUnit?: (unit: Unit) => void;
  onTown: (code: string) => void;
  also?: (words: string) => ReactNode;
  below?: ReactNode;
};

function Found({ towns, units, words, onChoose, onUnit, onTown, also, below }: FoundProps) {
  const inTowns = ranked(words, towns);
  const all = towns.flatMap((town) => town.villages.map((village) => ({ ...village, town })));
  const inVillages = ranked(words, all);
  const inUnits = ranked(words, units);
  const count = inTowns.length + inVillages.length + inUnits.length;
  return (
    <View className="main">
      <View className="note space-above-4" {...aria('status')}>
        {count ? `找到 ${count} 个地方` : `没有叫“${words}”的地方，换个字试试，或在乡镇里慢慢找。`}
      </View>
      {count > 0 && (
        <Card flush className="space-above-2">
          {inTowns.map((town) => (
            <Cell
              key={town.code}
              title={<Marked named={town} words={words} />}
              sub={`${town.villages.length} 个村和社区`}
              onPress={() => onTown(town.code)}
            />
          ))}
          {inVillages.slice(0, MOST).map((village) => (
            <Cell
              key={village.code}
              title={<Marked named={village} words={words} />}
              sub={village.town.name}
              onPress={() => onChoose(placeOf(village.town, village))}
            />
          ))}
          {inUnits.map((unit) => (
            <Cell
              key={`${unit.id}${unit.name}`}
              icon="station"
              title={<Marked named={unit} words={words} />}
              sub="单位选区"
              onPress={() => onUnit?.(unit)}
            />
          ))}
        </Card>
      )}
      {also?.(words)}
      {below}
    </View>
  );
}

/** The characters that were meant, also where their pinyin was typed. */
function Marked({ named, words }: { named: Named; words: string }) {
  const [start, end] = hitIn(words, named);
  return (
    <>
      {named.name.slice(0, start)}
      <Text className="highlight">{named.name.slice(start, end)}</Text>
      {named.name.slice(end)}
    </>
  );
}

/** From where to where a name fits the words: the shortest part that does by itself. */
function hitIn(words: string, { name, pinyin }: Named): [number, number] {
  const syllables = pinyin.split(' ');
  for (let length = 1; length <= name.length; length += 1)
    for (let start = 0; start + length <= name.length; start += 1) {
      const part = {
        name: name.slice(start, start + length),
        pinyin: syllables.slice(start, start + length).join(' '),
      };
      if (matches(words, part)) return [start, start + length];
    }
  return [0, 0];
}
