import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Summary } from '../../../../shared/appraisals/current';
import type { promised } from '../../../../shared/appraisals/rectification';
import type { Reply } from '../../../../shared/kernel/procedure';
import { SAID_DONE, type State } from '../../../../shared/promises/states';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Section } from '../../ui/Section';
import { Answered, PromisedThing } from './PromisedThing';
import './Facts.scss';

type Props = { id: string; came: Reply<typeof promised>; settled: readonly Summary[] };

/** What all departments promised after one appraisal: how much of it was kept, department by department in the order of the roll, and the way to the other appraisals. */
export function AllPromised({ id, came, settled }: Props) {
  const title = settled.find((one) => one.id === id)?.title;
  const promises = came.departments.flatMap((one) => one.promises);
  const facts = factsOf(promises);
  const others = settled.filter((one) => one.id !== id);
  const open = (page: string, of: string) => Taro.navigateTo({ url: `/appraisals/pages/${page}/index?id=${of}` });
  return (
    <View className="main">
      {title && <Text className="note block space-above-2">{title}</Text>}
      <Text className="title">
        {promises.length ? `评完以后，答应改 ${promises.length} 件` : '还没有部门答应改什么'}
      </Text>
      {promises.length > 0 && (
        <View className={`facts space-above-4 ${facts.length === 4 ? 'pairs' : ''}`}>
          {facts.map(({ number, words }) => (
            <View key={words} className="fact">
              <Text className="title">{number}</Text>
              <Text className="note block">{words}</Text>
            </View>
          ))}
        </View>
      )}
      <Text className="secondary block space-above-3">
        部门说做好了不算。联络站去看过、看到了，才算做到。按名册排，不排名次。
      </Text>
      {came.departments.map(({ id: department, opinion, promises: own }) => (
        <Section key={department} title={opinion?.departmentName ?? own[0]?.departmentName}>
          <Card>
            {opinion && <Answered opinion={opinion} />}
            {own.map((one) => (
              <PromisedThing key={one.id} promise={one} />
            ))}
          </Card>
        </Section>
      ))}
      <Card flush className="space-above-5">
        <Cell icon="board" title="评议结果" sub="大家怎么评的" onPress={() => open('results', id)} />
        {others.map((one) => (
          <Cell
            key={one.id}
            icon="clock"
            title={`${one.title}答应改的`}
            sub="另一次评议"
            onPress={() => open('promised', one.id)}
          />
        ))}
      </Card>
    </View>
  );
}

const FACTS: readonly (readonly [State, string])[] = [
  ['kept', '件做到了'],
  ['said_done', '件等人去看'],
  ['promised', '件在改'],
  ['not_kept', '件没做到'],
];

/** How many stand where; that somebody has to look only where there is something to look at. */
function factsOf(promises: readonly { state: State }[]) {
  return FACTS.map(([state, words]) => ({
    state,
    number: promises.filter((one) => one.state === state).length,
    words,
  })).filter(({ state, number }) => number || !SAID_DONE.includes(state));
}
