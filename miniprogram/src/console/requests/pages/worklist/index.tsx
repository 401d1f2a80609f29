import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { BOXES, counts as countsProcedure, ORDERS, search, worklist } from '../../../../../../shared/requests/contract';
import { exportWorklist } from '../../../../../../shared/requests/contract/office';
import { act } from '../../../../platform/act';
import { usePaused } from '../../../../platform/paused';
import { useCall, usePages } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { Button } from '../../../../ui/Button';
import { Group } from '../../../../ui/Group';
import { NetBar } from '../../../../ui/NetBar';
import { Press } from '../../../../ui/Press';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { SearchBox } from '../../../../ui/SearchBox';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { ExportDialog } from '../../../ui/ExportDialog';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { useKept, useKeptScroll } from '../../../ui/useKept';
import { useKeys } from '../../../ui/useKeys';
import { useNarrow } from '../../../ui/useNarrow';
import { Boxes } from '../../components/Boxes';
import { FilterLine, filterOf, type WorklistFilter } from '../../components/FilterLine';
import { Matter } from '../../components/Matter';
import { TriageList } from '../../components/TriageList';
import { BOX_EMPTY, BOX_HINT, BOX_WORDS, type Box } from '../../components/words';
import '../../components/Worklist.css';
import { stepIn } from '../../../ui/stepIn';

// In the order in which they want looking after; what runs by itself comes last.
const ORDER: readonly Box[] = [
  'with_office',
  'to_assign',
  'late',
  'due_soon',
  'unplaced',
  'to_moderate',
  'to_review',
  'reported',
  'said_same',
  'at_hotline',
  'with_higher',
  'open',
  'waiting',
  'closed',
];

const ORDER_WORDS = { due: '按期限', newest: '新的在前' } as const;
const RUNNING: readonly Box[] = [
  'with_office',
  'to_assign',
  'late',
  'due_soon',
  'unplaced',
  'at_hotline',
  'with_higher',
  'open',
];
const usualOrder = (box: Box) => (RUNNING.includes(box) ? 'due' : 'newest');

/** 工作台: what waits for the station, and one matter beside it. */
export default function Worklist() {
  return (
    <Frame at="worklist" title="事情" whole>
      {() => <Whole />}
    </Frame>
  );
}

function Whole() {
  const params = useRouter().params;
  const counts = useCall(countsProcedure, {}).data?.worklist;
  const counted: Partial<Record<Box, number>> | null | undefined = counts && {
    with_office: counts.withOffice,
    to_assign: counts.toAssign,
    late: counts.late,
    due_soon: counts.dueSoon,
    unplaced: counts.unplaced,
    to_moderate: counts.toModerate,
    to_review: counts.toReview,
    reported: counts.reported,
    said_same: counts.saidSame,
    at_hotline: counts.atHotline,
    with_higher: counts.withHigher,
  };
  // A link leads where it says; else it is as it was left.
  const led = Boolean(params.box || params.id);
  const [picked, setPicked] = useKept<Box | null>('worklist box', BOXES.find((one) => one === params.box) ?? null, led);
  const [words, setWords] = useKept('worklist words', '', led);
  const [chosen, setChosen] = useKept<string | null>('worklist chosen', params.id ?? null, led);
  const narrow = useNarrow();
  const wanted = usePaused(words.trim());
  // Nobody has chosen yet: the first box with something in it.
  const box = picked ?? ORDER.find((one) => counted?.[one]) ?? 'open';
  const known = picked !== null || counted !== undefined;
  const [order, setOrder] = useState<(typeof ORDERS)[number] | undefined>(undefined);
  const [filter, setFilter] = useKept<WorklistFilter>('worklist filter', filterOf(params), led);
  const ofBox = usePages(worklist, { box, ...(order && { order }), ...filter }, { enabled: known && wanted === '' });
  const found = usePages(search, { words: wanted }, { enabled: wanted !== '' });
  const list = wanted ? found : ofBox;
  const [exporting, setExporting] = useState(false);
  const scroll = useKeptScroll('worklist scroll', wanted || box);
  const { items } = list;
  const step = stepIn(items, chosen, setChosen);
  const first = items[0]?.id;
  // On a wide window a matter is always open beside the list.
  useEffect(() => {
    if (!narrow && !chosen && first) setChosen(first);
  }, [narrow, chosen, first, setChosen]);
  // Another list opens a matter of its own: what was open before has no place in it.
  const listed = useRef(wanted);
  useEffect(() => {
    if (list.isPending || listed.current === wanted) return;
    listed.current = wanted;
    if (!items.some(({ id }) => id === chosen)) setChosen(null);
  }, [wanted, list.isPending, items, chosen, setChosen]);
  const open = list.isPending && listed.current !== wanted ? null : chosen;
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    '/': () => document.querySelector<HTMLElement>('.worklist-list .search input')?.focus(),
    enter: () => document.querySelector<HTMLElement>('.matter-acts .pressable')?.focus(),
    escape: () => (narrow && chosen ? setChosen(null) : setWords('')),
  });
  // What the office alone reads is a box of the office.
  const boxes = ORDER.filter((one) => one !== 'with_office' || counts?.withOffice !== undefined);
  const choose = (next: Box) => {
    setPicked(next);
    setWords('');
    setChosen(null);
  };
  return (
    <div className="worklist">
      {!(narrow && chosen) && (
        <section className="worklist-list" aria-label="事情">
          <Boxes
            boxes={[...boxes, ...(boxes.includes(box) ? [] : [box])].map((one) => ({
              value: one,
              words: BOX_WORDS[one],
              count: counted?.[one],
              late: one === 'late',
            }))}
            value={wanted ? null : box}
            onChoose={choose}
          />
          {/* What is searched for is looked for everywhere. */}
          {!wanted && (
            <FilterLine
              filter={filter}
              onClear={() => {
                setFilter({});
                choose(ORDER.includes(box) ? box : 'open');
              }}
            />
          )}
          <div className="worklist-search">
            <SearchBox value={words} placeholder="几个字、编号、纸条号" onInput={setWords} />
            {!narrow && <Kbd>/</Kbd>}
          </div>
          {!wanted && (
            <Group role="radiogroup" label="怎么排" className="worklist-order">
              {ORDERS.map((one) => (
                <Press
                  key={one}
                  role="radio"
                  on={(order ?? usualOrder(box)) === one}
                  className={`worklist-box ${(order ?? usualOrder(box)) === one ? 'on' : ''}`}
                  onPress={() => setOrder(one)}
                >
                  {ORDER_WORDS[one]}
                </Press>
              ))}
            </Group>
          )}
          {!wanted && items.length > 0 && (
            <div className="worklist-export">
              <Button kind="text" small onPress={() => setExporting(true)}>
                导出 .xlsx
              </Button>
            </div>
          )}
          {exporting && (
            <ExportDialog
              title={`导出“${BOX_WORDS[box]}”里的事`}
              holds="屏上这些事，后面几页的也在，最多一万行"
              lacks="电话、原话；您在屏上看不到的名字"
              make={() => act(exportWorklist, { box, ...(order && { order }), ...filter })}
              onClose={() => setExporting(false)}
            />
          )}
          <div className="worklist-scroll" {...scroll} tabIndex={items.length ? undefined : 0}>
            {list.error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
            {list.error && !items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
            {!list.error && list.isPending && <Skeleton cards={4} />}
            {!list.isPending && !items.length && !list.error && (
              <State
                scene="empty"
                title={wanted ? '没找到' : BOX_EMPTY[box]}
                words={wanted ? `没有写着“${wanted}”的事，换几个字试试。` : (BOX_HINT[box] ?? '有了会排在这里。')}
              />
            )}
            <TriageList
              label={wanted ? `找“${wanted}”` : BOX_WORDS[box]}
              items={items}
              chosen={chosen}
              more={list.hasNextPage}
              busy={list.isFetchingNextPage}
              onChoose={setChosen}
              onMore={list.fetchNextPage}
            />
          </div>
          {!narrow && (
            <div className="worklist-keys keys-note" aria-hidden="true">
              <Kbd>J</Kbd> <Kbd>K</Kbd> 上下 <Kbd>↵</Kbd> 办这件 <Kbd>/</Kbd> 找 <Kbd>Esc</Kbd> 回来
            </div>
          )}
        </section>
      )}
      {(chosen || !narrow) && (
        <section className="matter" aria-label="这件事">
          {open ? (
            <Matter key={open} id={open} onBack={narrow ? () => setChosen(null) : undefined} onStep={step} />
          ) : (
            !list.isPending && <State scene="empty" title="先在左边点一件" words="它的经过和能做的，会在这里。" />
          )}
        </section>
      )}
    </div>
  );
}
