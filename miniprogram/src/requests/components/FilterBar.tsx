import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { departments as departmentsProcedure, divisions, type Town } from '../../../../shared/directory/contract';
import { departmentLabel } from '../../../../shared/kernel/names';
import { STANDING_NAMES, STANDINGS } from '../../../../shared/requests/board';
import { type BoardFilters, CATEGORIES } from '../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../shared/requests/words';
import { useCall } from '../../platform/query';
import { Choice } from '../../ui/Choice';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import './FilterBar.css';

type Name = 'category' | 'department' | 'standing';
type Props = { filters: BoardFilters; onChange: (part: BoardFilters) => void; onPlace: () => void };

const ALL = 'all';

/** By which the board can be looked at: each says what is chosen, and opens what can be. */
export function FilterBar({ filters, onChange, onPlace }: Props) {
  const [open, setOpen] = useState<Name | null>(null);
  const all = useCall(departmentsProcedure, {}).data?.departments ?? [];
  const towns = useCall(divisions, {}).data?.towns ?? [];
  const chosen = all.find(({ id }) => id === filters.department);
  const place = sayPlace(filters, towns);
  const { category, standing } = filters;
  const parts = {
    category: {
      words: '类别',
      now: category && CATEGORY_NAMES[category].split(/[：、]/)[0],
      options: CATEGORIES.map((value) => ({ value, words: CATEGORY_NAMES[value] })),
    },
    department: {
      words: '部门',
      now: filters.department && (chosen ? departmentLabel(chosen.name) : '一个部门'),
      options: all.map(({ id, name }) => ({ value: id, words: name })),
    },
    standing: {
      words: '到哪了',
      now: standing && STANDING_NAMES[standing],
      options: STANDINGS.map((value) => ({ value, words: STANDING_NAMES[value] })),
    },
  } satisfies Record<Name, unknown>;
  const names = Object.keys(parts) as Name[];
  const choose = (name: Name, value: string) => {
    setOpen(null);
    onChange({ [name]: value === ALL ? undefined : value } as BoardFilters);
  };
  return (
    <>
      <View className="filter-bar">
        <Chip words="哪里" now={place} onPress={onPlace} />
        {names.map((name) => (
          <Chip
            key={name}
            words={parts[name].words}
            now={parts[name].now}
            open={open === name}
            onPress={() => setOpen(open === name ? null : name)}
          />
        ))}
      </View>
      {open && (
        <View className="space-above-3">
          <Choice
            label={parts[open].words}
            options={[{ value: ALL, words: '全部' }, ...parts[open].options]}
            value={filters[open] ?? ALL}
            onChoose={(value) => choose(open, value)}
          />
        </View>
      )}
    </>
  );
}

type ChipProps = { words: string; now: string | undefined; open?: boolean; onPress: () => void };

function Chip({ words, now, open = false, onPress }: ChipProps) {
  const label = `${words}：${now ?? '全部'}，${open ? '收起' : '换一个'}`;
  return (
    <Press className={`filter ${now ? 'on' : ''} ${open ? 'open' : ''}`} label={label} onPress={onPress}>
      <Text>{now ?? words}</Text>
      <Icon name="down" className="tiny" />
    </Press>
  );
}

/** The village, or all of a town. */
function sayPlace({ village, town }: BoardFilters, towns: readonly Town[]): string | undefined {
  if (village) {
    const villages = towns.flatMap((one) => one.villages);
    return villages.find(({ code }) => code === village)?.name ?? '一个村';
  }
  return town && (towns.find(({ code }) => code.startsWith(town))?.name ?? '一个乡镇');
}
