import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { type Box, counts, inbox, parts as partsProcedure } from '../../../../../../shared/assignments/contract';
import { useToday } from '../../../../platform/clock';
import { useCall, usePages } from '../../../../platform/query';
import { OfflineError } from '../../../../platform/send';
import { NetBar } from '../../../../ui/NetBar';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { Tag } from '../../../../ui/Tag';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { useKept, useKeptScroll } from '../../../ui/useKept';
import { useKeys } from '../../../ui/useKeys';
import { useNarrow } from '../../../ui/useNarrow';
import { AssignedMatter } from '../../components/AssignedMatter';
import { BOX_EMPTY, BOX_WORDS, lineOf, partLineOf } from '../../components/assigned-words';
import { Boxes } from '../../components/Boxes';
import { PartMatter } from '../../components/PartMatter';
import { Rows } from '../../components/Rows';
import '../../components/Worklist.css';
import '../../../../ui/check.scss';
import { stepIn } from '../../../ui/stepIn';

/** What was assigned, and what is done for others that lead. */
const TABS = ['new', 'working', 'parts', 'answered', 'gone'] as const satisfies readonly (Box | 'parts')[];
type Tab = (typeof TABS)[number];

/** 要办的: what the station gave to the departments of whoever sits here, and one matter beside it. */
export default function Assigned() {
  return (
    <Frame at="assigned" title="要办的" whole>
      {() => <Whole />}
    </Frame>
  );
}

function Whole() {
  const params = useRouter().params;
  const counted = useCall(counts, {}).data;
  // A link leads where it says; else it is as it was left.
  const led = Boolean(params.box || params.id);
  const [picked, setPicked] = useKept<Tab | null>('assigned box', TABS.find((one) => one === params.box) ?? null, led);
  const [chosen, setChosen] = useKept<string | null>('assigned chosen', params.id ?? null, led);
  const narrow = useNarrow();
  const today = useToday();
  // Nobody has chosen yet: the first box in which something waits.
  const helped = useCall(partsProcedure, { box: 'open' }).data;
  const box = picked ?? TABS.find((one) => countOf(one, counted?.boxes, helped?.open)) ?? 'new';
  const known = picked !== null || counted !== undefined;
  const ofOthers = box === 'parts';
  const held = usePages(inbox, { box: ofOthers ? 'new' : box }, { enabled: known && !ofOthers });
  const open = usePages(partsProcedure, { box: 'open' }, { enabled: known && ofOthers });
  const done = usePages(partsProcedure, { box: 'done' }, { enabled: known && ofOthers });
  // What is open by its day, then what is not waited for any more.
  const list = !ofOthers ? held : open.hasNextPage || open.isPending || open.error ? open : done;
  const helping = open.isPending ? [] : [...open.items, ...(open.hasNextPage ? [] : done.items)];
  const scroll = useKeptScroll('assigned scroll', box);
  const items = ofOthers ? helping : held.items;
  const several = new Set(items.map(({ departmentName }) => departmentName)).size > 1;
  const lines = ofOthers
    ? helping.map((line) => partLineOf(line, several))
    : held.items.map((line) => lineOf(line, today, several));
  const late = (counted?.late ?? 0) + (helped?.late ?? 0);
  const step = stepIn(items, chosen, setChosen);
  const first = items[0]?.id;
  // On a wide window a matter is always open beside the list.
  useEffect(() => {
    if (!narrow && !chosen && first) setChosen(first);
  }, [narrow, chosen, first, setChosen]);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    enter: () => document.querySelector<HTMLElement>('.matter-acts .pressable')?.focus(),
    escape: narrow && chosen ? () => setChosen(null) : undefined,
  });
  const choose = (next: Tab) => {
    setPicked(next);
    setChosen(null);
  };
  return (
    <div className="worklist">
      {!(narrow && chosen) && (
        <section className="worklist-list" aria-label="要办的">
          <Boxes
            boxes={TABS.map((one) => ({
              value: one,
              words: BOX_WORDS[one],
              count: countOf(one, counted?.boxes, helped?.open),
            }))}
            value={box}
            onChoose={choose}
          />
          {late > 0 && (
            <div className="worklist-late">
              <Tag icon="alert" tone="late">
                {`超时 ${late} 件`}
              </Tag>
            </div>
          )}
          <div className="worklist-scroll" {...scroll} tabIndex={items.length ? undefined : 0}>
            {list.error instanceof OfflineError && items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
            {list.error && !items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
            {!list.error && list.isPending && <Skeleton cards={4} />}
            {!list.isPending && !items.length && !list.error && <State scene="empty" {...BOX_EMPTY[box]} />}
            <Rows
              label={BOX_WORDS[box]}
              lines={lines}
              chosen={chosen}
              more={list.hasNextPage}
              busy={list.isFetchingNextPage}
              onChoose={setChosen}
              onMore={list.fetchNextPage}
            />
          </div>
          {!narrow && (
            <div className="worklist-keys keys-note" aria-hidden="true">
              <Kbd>J</Kbd> <Kbd>K</Kbd> 上下 <Kbd>Y</Kbd> 收下 <Kbd>W</Kbd> 答复 <Kbd>P</Kbd> 进展 <Kbd>O</Kbd> 不归我管
            </div>
          )}
        </section>
      )}
      {(chosen || !narrow) && (
        <section className="matter" aria-label="这件事">
          {chosen && ofOthers ? (
            <PartMatter key={chosen} id={chosen} onBack={narrow ? () => setChosen(null) : undefined} onStep={step} />
          ) : chosen ? (
            <AssignedMatter
              key={chosen}
              id={chosen}
              line={held.items.find(({ id }) => id === chosen)}
              onBack={narrow ? () => setChosen(null) : undefined}
              onStep={step}
            />
          ) : (
            !list.isPending && <State scene="empty" title="先在左边点一件" words="它的经过和能做的，会在这里。" />
          )}
        </section>
      )}
    </div>
  );
}

/** What is answered or gone waits for nobody here. */
function countOf(box: Tab, counted: Record<Box, number> | undefined, helped?: number): number | undefined {
  if (box === 'parts') return helped;
  return box === 'new' || box === 'working' ? counted?.[box] : undefined;
}
