import { useState } from 'react';
import { turnout } from '../../../../../shared/appraisals/contract';
import { now } from '../../../platform/clock';
import { useCall } from '../../../platform/query';
import { sayTime } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { NetBar } from '../../../ui/NetBar';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Segment } from '../../../ui/Segment';
import { Skeleton } from '../../../ui/Skeleton';
import { leftUntil, sayClose } from './closing';
import { Hash } from './Hash';
import { MoveClose } from './MoveClose';
import { Scroll } from './Scroll';
import { SealedBox } from './SealedBox';
import { SlipsBeside } from './SlipsBeside';
import { TurnoutTable } from './TurnoutTable';
import type { Prepared } from './useDraft';
import { useEvery } from './useEvery';
import { Written } from './Written';
import './Running.css';

const SECOND_MS = 1_000;
const VIEWS = [
  { value: 'turnout', words: '各站投了多少' },
  { value: 'written', words: '冻住的问卷' },
] as const;

/** 票箱开着 (15): for the office, which may look at what it asked, and for a station. */
export function Running(of: { prepared: Prepared } | { id: string }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('turnout');
  if (!('prepared' in of)) return <Turnout id={of.id} />;
  const { prepared } = of;
  return (
    <>
      <div className="running-bar">
        <Segment label="看什么" options={VIEWS} value={view} onChoose={setView} />
      </div>
      {view === 'turnout' ? <Turnout id={prepared.id} prepared={prepared} /> : <Written prepared={prepared} />}
    </>
  );
}

/** Asked again every half minute, and once more when the box shuts. */
function Turnout({ id, prepared }: { id: string; prepared?: Prepared }) {
  const { data, error, refetch, dataUpdatedAt } = useCall(turnout, { id });
  const [, draw] = useState(0);
  useEvery(30 * SECOND_MS, () => void refetch());
  useEvery(10 * SECOND_MS, () => draw((times) => times + 1));
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  const left = leftUntil(data.closesAt, now());
  return (
    <Scroll className="running" label="票箱">
      <section className="panel" aria-label="各站投了多少">
        {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
        <div className="row between wrap">
          <h2 className="heading">各站投了多少</h2>
          <span className="note">{`到 ${sayTime(new Date(dataUpdatedAt))}。按名册排，不比高低。`}</span>
        </div>
        <TurnoutTable {...data} />
      </section>
      <div className="stack">
        <section className="panel" aria-label="票箱">
          <div className="row wrap">
            <SealedBox />
            <div className="grow">
              <h2 className="heading">票箱封着</h2>
              <p className="secondary">谁也看不到结果，管理员也不行。</p>
            </div>
            <p className="countdown" role="timer" aria-label="离关票还有">
              {left ? left.map(({ count, unit }) => <Unit key={unit} count={count} unit={unit} />) : '到点了，正在关'}
            </p>
          </div>
          <p className="note space-above-2">
            {`${sayClose(data.closesAt)} 自己关票：先销毁钥匙，再数票，公布票单和校验值。提前关、延期，要两个人一起点。`}
          </p>
          {prepared && <MoveClose prepared={prepared} />}
        </section>
        <SlipsBeside id={id} />
        {prepared?.frozen && (
          <section className="panel" aria-label="指纹">
            <h2 className="heading">指纹</h2>
            <p className="secondary">问卷、部门、名册、几人线，开票时一起冻住。改一个字，它就变。</p>
            <div className="space-above-2">
              <Hash label="指纹" value={prepared.frozen} />
            </div>
          </section>
        )}
      </div>
    </Scroll>
  );
}

function Unit({ count, unit }: { count: number; unit: string }) {
  return (
    <span>
      <b>{count}</b> <span className="note">{unit}</span>{' '}
    </span>
  );
}
