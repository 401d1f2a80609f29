import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { BOXES, type Box, counts, desk } from '../../../../../../shared/suggestions/contract';
import { useCall, usePages } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { Line } from '../../../../suggestions/components/Line';
import { Button } from '../../../../ui/Button';
import { Group } from '../../../../ui/Group';
import { NetBar } from '../../../../ui/NetBar';
import { Press } from '../../../../ui/Press';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { Select } from '../../../ui/Select';
import { stepIn } from '../../../ui/stepIn';
import { useKept, useKeptScroll } from '../../../ui/useKept';
import { useKeys } from '../../../ui/useKeys';
import { useNarrow } from '../../../ui/useNarrow';
import { Panel } from '../../components/Panel';
import { YearDialog } from '../../components/YearDialog';
import '../../components/Desk.css';

const BOX_WORDS: Record<Box, string> = {
  to_assign: '等交办',
  working: '在办',
  soon: '快到期',
  late: '超时',
  answered: '答了等评',
  to_meet: '要坐一坐',
  marked: '重点督办',
  ended: '结束的',
};

/** 建议: what the office assigns, looks after and ends, and one suggestion beside it. */
export default function Suggestions() {
  return (
    <Frame at="suggestions" title="建议" office whole>
      {() => <Whole />}
    </Frame>
  );
}

function Whole() {
  const params = useRouter().params;
  const [watcher, setWatcher] = useKept('suggestions watcher', '', false);
  const watched = watcher ? { watcher } : {};
  const { boxes: counted, committees = [] } = useCall(counts, watched).data ?? {};
  // A link leads where it says; else it is as it was left.
  const led = Boolean(params.box || params.id);
  const asked = BOXES.find((one) => one === params.box) ?? null;
  const [picked, setPicked] = useKept<Box | null>('suggestions box', asked, led);
  const [chosen, setChosen] = useKept<string | null>('suggestions chosen', params.id ?? null, led);
  const [reporting, setReporting] = useState(false);
  const narrow = useNarrow();
  // Nobody has chosen yet: the first box in which something waits.
  const box = picked ?? BOXES.find((one) => counted?.[one]) ?? 'to_assign';
  const list = usePages(desk, { box, ...watched }, { enabled: picked !== null || counted !== undefined });
  const scroll = useKeptScroll('suggestions scroll', box);
  const { items } = list;
  const first = items[0]?.id;
  // On a wide window one is always open beside the list.
  useEffect(() => {
    if (!narrow && !chosen && first) setChosen(first);
  }, [narrow, chosen, first, setChosen]);
  const step = stepIn(items, chosen, setChosen);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => setReporting(true),
    escape: narrow && chosen ? () => setChosen(null) : undefined,
  });
  const choose = (next: Box) => {
    setPicked(next);
    setChosen(null);
  };
  return (
    <div className="suggestions">
      {reporting && <YearDialog onClose={() => setReporting(false)} />}
      {!(narrow && chosen) && (
        <section className="suggestions-list" aria-label="建议">
          <Group role="tablist" label="哪一种" className="suggestions-boxes">
            {BOXES.map((one) => (
              <Press
                key={one}
                role="tab"
                on={one === box}
                className={`suggestions-box ${one === box ? 'on' : ''}`}
                label={counted?.[one] ? `${BOX_WORDS[one]}，${counted[one]} 件` : BOX_WORDS[one]}
                onPress={() => choose(one)}
              >
                {BOX_WORDS[one]}
                {counted?.[one] && one !== 'ended' ? (
                  <b className={one === 'late' ? 'text-late' : ''}>{` ${counted[one]}`}</b>
                ) : null}
              </Press>
            ))}
          </Group>
          {(committees.length > 0 || watcher) && (
            <div className="suggestions-watched">
              <Select
                label="谁督办"
                value={watcher}
                empty="都看"
                options={[
                  { value: 'office', words: '办公室督办的' },
                  ...committees.map(({ id, name }) => ({ value: id, words: `${name}督办的` })),
                ]}
                onChoose={(next) => {
                  setWatcher(next);
                  setChosen(null);
                }}
              />
            </div>
          )}
          <div className="suggestions-scroll" {...scroll}>
            {list.error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
            {list.error && !items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
            {!list.error && list.isPending && <Skeleton cards={4} />}
            {!list.isPending && !items.length && !list.error && (
              <State scene="empty" title={`没有${BOX_WORDS[box]}的。`} words="有了会排在这里。" />
            )}
            {items.map((line) => (
              <div key={line.id} className={`suggestions-line ${line.id === chosen ? 'selected' : ''}`}>
                <Line line={line} onPress={() => setChosen(line.id)} />
              </div>
            ))}
            {list.hasNextPage && (
              <Button
                kind="second"
                small
                wide
                repeats
                busy={list.isFetchingNextPage && '正在取…'}
                onPress={list.fetchNextPage}
              >
                再看一些
              </Button>
            )}
          </div>
          <div className="suggestions-foot">
            <Button kind="line" small onPress={() => setReporting(true)}>
              一年的办理情况
            </Button>
            <span className="keys-note" aria-hidden="true">
              <Kbd>E</Kbd>
            </span>
          </div>
        </section>
      )}
      {(chosen || !narrow) && (
        <section className="suggestions-one" aria-label="这件建议">
          {narrow && (
            <Button kind="text" small onPress={() => setChosen(null)}>
              回到单子
            </Button>
          )}
          {chosen ? (
            <Panel key={chosen} id={chosen} onOpen={setChosen} />
          ) : (
            !list.isPending && <State scene="empty" title="先在左边点一件" words="它的经过和能做的，会在这里。" />
          )}
        </section>
      )}
    </div>
  );
}
