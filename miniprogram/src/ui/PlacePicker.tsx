import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Town } from '../../../shared/directory/contract';
import type { Place } from '../platform/place';
import { Card } from './Card';
import { Cell } from './Cell';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import { SearchBox } from './SearchBox';

type Props = { towns: readonly Town[]; chosen: Place | null; onChoose: (place: Place) => void };

/** Town left, village right; or a name typed. */
export function PlacePicker({ towns, chosen, onChoose }: Props) {
  const [words, setWords] = useState('');
  const [townCode, setTownCode] = useState(chosen?.town ?? towns[0]?.code);
  const town = towns.find(({ code }) => code === townCode);
  return (
    <>
      <View className="pl-top">
        <SearchBox value={words} placeholder="村名或乡镇名，如 草坪" onInput={setWords} />
      </View>
      {words.trim() ? (
        <Found
          towns={towns}
          words={words.trim()}
          onChoose={onChoose}
          onTown={(code) => {
            setTownCode(code);
            setWords('');
          }}
        />
      ) : (
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

function Found({
  towns,
  words,
  onChoose,
  onTown,
}: {
  towns: readonly Town[];
  words: string;
  onChoose: (place: Place) => void;
  onTown: (code: string) => void;
}) {
  const inTowns = towns.filter(({ name }) => name.includes(words));
  const inVillages = towns.flatMap((town) =>
    town.villages.filter(({ name }) => name.includes(words)).map((village) => ({ town, village })),
  );
  const count = inTowns.length + inVillages.length;
  return (
    <View className="main">
      <View className="note mt4" {...aria('status')}>
        {count ? `找到 ${count} 个地方` : `没有叫“${words}”的村，换个字试试，或在乡镇里慢慢找。`}
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
          {inVillages.slice(0, MOST).map(({ town, village }) => (
            <Cell
              key={village.code}
              title={<Marked name={village.name} words={words} />}
              sub={town.name}
              onPress={() => onChoose(placeOf(town, village))}
            />
          ))}
        </Card>
      )}
    </View>
  );
}

function Marked({ name, words }: { name: string; words: string }) {
  const [before = '', ...rest] = name.split(words);
  return (
    <>
      {before}
      <Text className="hit">{words}</Text>
      {rest.join(words)}
    </>
  );
}
