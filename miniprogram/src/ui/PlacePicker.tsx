import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Town, Unit } from '../../../shared/directory/contract';
import { ranked } from '../../../shared/directory/rules';
import type { Place } from '../platform/place';
import { Card } from './Card';
import { Cell } from './Cell';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import { SearchBox } from './SearchBox';

type Props = {
  towns: readonly Town[];
  chosen: Place | null;
  onChoose: (place: Place) => void;
  /** Work units, found by name as places are; without `onUnit` they are left out. */
  units?: readonly Unit[];
  onUnit?: (unit: Unit) => void;
  /** What else may be looked for with the same words: people. */
  also?: (words: string) => ReactNode;
  /** Other ways to say where, above the towns. */
  ways?: ReactNode;
};

/** Town left, village right; or a name typed: characters, pinyin or initials. */
export function PlacePicker({ towns, chosen, onChoose, units = [], onUnit, also, ways }: Props) {
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<{ town: string; of: string | undefined } | null>(null);
  // A place chosen elsewhere (near me) opens its town.
  const townCode = picked && picked.of === chosen?.village ? picked.town : (chosen?.town ?? towns[0]?.code);
  const setTownCode = (town: string) => setPicked({ town, of: chosen?.village });
  const town = towns.find(({ code }) => code === townCode);
  return (
    <>
      <View className="pl-top">
        <SearchBox value={words} placeholder="村名，或拼音 如 bs" onInput={setWords} />
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
        />
      ) : (
        <>
          {ways}
          <View className="pick2">
            <View className="towns" {...aria('listbox', '乡镇、街道')}>
              {towns.map(({ code, name }) => (
                <Press
                  key={code}
                  role="option"
                  className={`town ${code === townCode ? 'on' : ''}`}
                  on={code === townCode}
                  onPress={() => setTownCode(code)}
                >
                  {name}
                </Press>
              ))}
            </View>
            {town && <Villages town={town} chosen={chosen} onChoose={onChoose} />}
          </View>
        </>
      )}
    </>
  );
}

function placeOf(town: Town, village: Town['villages'][number]): Place {
  return { village: village.code, villageName: village.name, town: town.code, townName: town.name };
}

function Villages({ town, chosen, onChoose }: { town: Town; chosen: Place | null; onChoose: (place: Place) => void }) {
  return (
    <View className="vills">
      <Text className="note block">{`${town.name} · ${town.villages.length} 个村和社区`}</Text>
      <View {...aria('listbox', `${town.name}的村和社区`)}>
        {town.villages.map((village) => {
          const on = village.code === chosen?.village;
          return (
            <Press
              key={village.code}
              role="option"
              className={`vill ${on ? 'on' : ''}`}
              on={on}
              onPress={() => onChoose(placeOf(town, village))}
            >
              <Text>{village.name}</Text>
              {on && <Icon name="check" />}
            </Press>
          );
        })}
      </View>
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
};

function Found({ towns, units, words, onChoose, onUnit, onTown, also }: FoundProps) {
  const inTowns = ranked(words, towns);
  const all = towns.flatMap((town) => town.villages.map((village) => ({ ...village, town })));
  const inVillages = ranked(words, all);
  const inUnits = ranked(words, units);
  const count = inTowns.length + inVillages.length + inUnits.length;
  return (
    <View className="main">
      <View className="note mt4" {...aria('status')}>
        {count ? `找到 ${count} 个地方` : `没有叫“${words}”的地方，换个字试试，或在乡镇里慢慢找。`}
      </View>
      {count > 0 && (
        <Card flush className="mt2">
          {inTowns.map((town) => (
            <Cell
              key={town.code}
              title={<Marked name={town.name} words={words} />}
              sub={`${town.villages.length} 个村和社区`}
              onPress={() => onTown(town.code)}
            />
          ))}
          {inVillages.slice(0, MOST).map((village) => (
            <Cell
              key={village.code}
              title={<Marked name={village.name} words={words} />}
              sub={village.town.name}
              onPress={() => onChoose(placeOf(village.town, village))}
            />
          ))}
          {inUnits.map((unit) => (
            <Cell
              key={`${unit.id}${unit.name}`}
              icon="station"
              title={<Marked name={unit.name} words={words} />}
              sub="单位选区"
              onPress={() => onUnit?.(unit)}
            />
          ))}
        </Card>
      )}
      {also?.(words)}
    </View>
  );
}

/** The characters that were typed; what was found by its pinyin has none to mark. */
function Marked({ name, words }: { name: string; words: string }) {
  if (!name.includes(words)) return <>{name}</>;
  const [before = '', ...rest] = name.split(words);
  return (
    <>
      {before}
      <Text className="hit">{words}</Text>
      {rest.join(words)}
    </>
  );
}
