import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { current, type Summary } from '../../../../shared/appraisals/current';
import { SETTLED, VOTING } from '../../../../shared/appraisals/states';
import { useCall } from '../../platform/query';
import { sayEnd } from '../../platform/say';
import { Cell } from '../../ui/Cell';
import { PromisedCell } from './PromisedCell';
import { voteIn } from './votes';

const open = (page: string, { id }: Summary) => Taro.navigateTo({ url: `/appraisals/pages/${page}/index?id=${id}` });

/** What can be rated now, and what came of it the last time: a line each, none where there is neither. */
export function useAppraisals() {
  const all = useCall(current, {}).data?.appraisals ?? [];
  const last = all.find(({ state }) => SETTLED.includes(state));
  // Whoever comes back from there has voted.
  const [, again] = useState({});
  useDidShow(() => again({}));
  return [
    ...all
      .filter(({ state }) => VOTING.includes(state))
      .map((one) => {
        const end = sayEnd(one.closesAt);
        // Other words, another line: not every place that opens mini-programs draws what changes so deep in a page.
        const sub = voteIn(one.id) ? `投好了，${end}前可以改` : `${one.title}，不记名，到 ${end}`;
        return (
          <Cell key={`${one.id} ${sub}`} icon="board" title="评一评" sub={sub} onPress={() => open('rate', one)} />
        );
      }),
    ...(last
      ? [
          <Cell
            key={last.id}
            icon="check-circle"
            title="评议结果"
            sub={last.title}
            onPress={() => open('results', last)}
          />,
          <PromisedCell key="promised" />,
        ]
      : []),
  ];
}
