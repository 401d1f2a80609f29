import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { addDays, type Day } from '../../../shared/kernel/days';
import { lengthOf } from '../../../shared/kernel/text';
import { LENGTHS, MOST_DAYS, MOST_PROMISES } from '../../../shared/promises/limits';
import { useToday } from '../platform/clock';
import { faultAt } from '../platform/faults';
import { Button } from './Button';
import { DayField } from './DayField';
import { Field } from './Field';
import './PromiseRows.css';

/** One thing that is promised, while it is written. */
export type PromiseRow = { words: string; dueOn: Day | null };
export const NO_PROMISE: PromiseRow = { words: '', dueOn: null };

type Props = {
  rows: readonly PromiseRow[];
  /** So many stand there at the least. */
  least: 0 | 1;
  placeholder: string;
  error: Error | null;
  /** Beside the words of the button for one more: its key. */
  aside?: ReactNode;
  onChange: (rows: PromiseRow[]) => void;
};

/** 答应的事: what is done by which day, one below the other. */
export function PromiseRows({ rows, least, placeholder, error, aside, onChange }: Props) {
  const today = useToday();
  const change = (at: number, row: PromiseRow) => onChange(rows.map((one, each) => (each === at ? row : one)));
  return (
    <>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are sent
        <View key={at} className="space-above-3">
          <View className="promise-row">
            <View className="promise-words">
              <Field
                label={`第 ${at + 1} 件，做到什么`}
                placeholder={placeholder}
                maxLength={LENGTHS.promise[1]}
                value={row.words}
                fault={faultAt(error, `promises.${at}.words`)}
                onInput={(words) => change(at, { ...row, words })}
              />
            </View>
            <DayField
              label={`第 ${at + 1} 件，哪天前`}
              value={row.dueOn}
              first={today}
              last={addDays(today, MOST_DAYS)}
              fault={faultAt(error, `promises.${at}.dueOn`)}
              onChoose={(dueOn) => change(at, { ...row, dueOn })}
            />
          </View>
          {rows.length > least && (
            <View className="space-above-2">
              <Button
                small
                kind="text"
                label={`去掉这件，第 ${at + 1} 件`}
                onPress={() => onChange(rows.filter((_, each) => each !== at))}
              >
                去掉这件
              </Button>
            </View>
          )}
        </View>
      ))}
      {rows.length < MOST_PROMISES && (
        <View className="space-above-3">
          <Button small kind="second" onPress={() => onChange([...rows, NO_PROMISE])}>
            {rows.length ? '再答应一件' : '答应一件'}
            {aside}
          </Button>
        </View>
      )}
    </>
  );
}

/** Why they can't be sent yet. */
export function whyNoPromises(rows: readonly PromiseRow[]): string | null {
  const short = rows.findIndex(({ words }) => lengthOf(words.trim()) < LENGTHS.promise[0]);
  if (short >= 0) return `第 ${short + 1} 件，写清楚做到什么。`;
  const noDay = rows.findIndex(({ dueOn }) => dueOn === null);
  return noDay >= 0 ? `第 ${noDay + 1} 件，选哪天前做到。` : null;
}

/** As they are sent. */
export function promisedIn(rows: readonly PromiseRow[]): { words: string; dueOn: Day }[] {
  return rows.map(({ words, dueOn }) => ({ words: words.trim(), dueOn: dueOn ?? '' }));
}
