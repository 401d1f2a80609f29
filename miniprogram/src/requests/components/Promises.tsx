import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Day } from '../../../../shared/kernel/days';
import type { Shown } from '../../../../shared/promises/shown';
import { RUNNING, type State } from '../../../../shared/promises/states';
import { doneOnOf } from '../../../../shared/promises/steps';
import type { RequestPage } from '../../../../shared/requests/contract';
import { useToday } from '../../platform/clock';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Icon } from '../../ui/Icon';
import { ownDirection } from '../../ui/Press';
import { LOOKS } from '../../ui/promise-looks';
import './Promises.css';
import '../../ui/check.scss';

/** What a line says of a promise. */
export type PromiseLine = Pick<Shown, 'id' | 'words' | 'dueOn' | 'state'> & { doneOn: Day | null };

/** 它答应的事, with the day of each and whether it was kept; each leads to all that came of it. Nothing where nothing was promised. */
export function Promises({ request: { promises = [] } }: { request: RequestPage }) {
  return <PromiseCard lines={linesOf(promises)} leads />;
}

export function linesOf(promises: readonly Shown[]): PromiseLine[] {
  return promises.map(({ id, words, dueOn, state, events }) => ({
    id,
    words,
    dueOn,
    state,
    doneOn: doneOnOf({ state, events }),
  }));
}

export function PromiseCard({ lines, leads }: { lines: readonly PromiseLine[]; leads?: boolean }) {
  if (!lines.length) return null;
  return (
    <Card className="space-above-3">
      <Text className="heading">它答应的事</Text>
      <PromiseLines lines={lines} leads={leads} />
    </Card>
  );
}

/** `leads`: whoever reads them reads the pages of the promises too. */
export function PromiseLines({ lines, leads }: { lines: readonly PromiseLine[]; leads?: boolean }) {
  const today = useToday();
  const lineOf = (line: PromiseLine) => {
    const { id, words, dueOn, state } = line;
    const { icon, tone } = LOOKS[state];
    return (
      <Cell
        key={id}
        top
        left={<Icon name={icon} className={`text-${tone}`} />}
        title={
          <Text className="said" {...ownDirection}>
            {words}
          </Text>
        }
        sub={
          <>
            {`答应 ${sayDay(dueOn)}前 · `}
            <Text className={RUNNING.includes(state) ? '' : `strong text-${tone}`}>{sayKept(line, today)}</Text>
          </>
        }
        onPress={leads ? () => Taro.navigateTo({ url: `/promises/pages/promise/index?id=${id}` }) : undefined}
      />
    );
  };
  return <View className="promise-lines">{lines.map(lineOf)}</View>;
}

/** How it stands: 11 月 25 日做到; 没做到; 还没到. */
function sayKept({ state, dueOn, doneOn }: PromiseLine, today: Day): string {
  return KEPT_WORDS[state](doneOn ? sayDay(doneOn) : '', dueOn === today);
}

const KEPT_WORDS: Record<State, (doneOn: string, isDue: boolean) => string> = {
  promised: (_, isDue) => (isDue ? '今天到日子' : '还没到'),
  said_done: (doneOn) => `${doneOn}说做好了，等人去看`,
  kept: (doneOn) => `${doneOn}做到`,
  not_kept: () => '没做到',
};
