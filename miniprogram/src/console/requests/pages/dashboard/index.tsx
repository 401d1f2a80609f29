import { useState } from 'react';
import { monthOf } from '../../../../../../shared/kernel/months';
import { dashboard } from '../../../../../../shared/requests/contract';
import { exportDashboard } from '../../../../../../shared/requests/contract/office';
import { CATEGORIES, type Category } from '../../../../../../shared/requests/contract/values';
import { CATEGORY_NAMES } from '../../../../../../shared/requests/words';
import { act } from '../../../../platform/act';
import { today } from '../../../../platform/clock';
import { useCountyKind } from '../../../../platform/kind';
import { useCall } from '../../../../platform/query';
import { sayDay, sayTime } from '../../../../platform/say';
import { OfflineError } from '../../../../platform/send';
import { NetBar } from '../../../../ui/NetBar';
import { Notice } from '../../../../ui/Notice';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Segment } from '../../../../ui/Segment';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { ExportDialog } from '../../../ui/ExportDialog';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { Select } from '../../../ui/Select';
import { useAddress } from '../../../ui/useAddress';
import { useKeys } from '../../../ui/useKeys';
import { FigureRows } from '../../components/FigureRows';
import { Equation, FigureTable } from '../../components/FigureTable';
import { FigureDays, FigureNow, FigureWords } from '../../components/FigureTop';
import { type Dashboard, linesOf, PARTS, spansOf } from '../../components/figures';
import { sayMonths } from '../../components/months';
import '../../components/Figures.scss';
import { ExportButton } from '../../../ui/ExportButton';

const VIEWS = [
  { value: 'charts', words: '图' },
  { value: 'table', words: '表' },
] as const;

/** 看板: what came and what became of it, in pictures and as a table; everything chosen is in the address. */
export default function DashboardPage() {
  return (
    <Frame at="dashboard" title="看板">
      {() => <Whole />}
    </Frame>
  );
}

function Whole() {
  const kind = useCountyKind();
  const names = ['station', 'category', 'from', 'to', 'view'] as const;
  const [{ view, ...chosen }, choose] = useAddress(CONSOLE_PAGES.dashboard, names);
  const { station, from, to } = chosen;
  const category = CATEGORIES.find((one) => one === chosen.category);
  const { data, error, isPending, refetch, dataUpdatedAt } = useCall(dashboard, {
    ...(station && { station }),
    ...(category && { category }),
    ...(from && { from }),
    ...(to && { to }),
  });
  const [exporting, setExporting] = useState(false);
  useKeys({
    g: () => choose({ view: undefined }),
    t: () => choose({ view: 'table' }),
    e: () => data && setExporting(true),
  });
  const spans = spansOf(monthOf(data?.today ?? today()));
  const span = data ? `${data.from}..${data.to}` : spans[0]?.value;
  const other = span && !spans.some(({ value }) => value === span);
  return (
    <div className="dash">
      <div className="dash-bar-top">
        <Select
          label="哪段时间"
          value={span ?? ''}
          options={[...spans, ...(other ? [{ value: span, words: sayMonths(data?.from, data?.to) }] : [])]}
          onChoose={(value) => {
            const [first, last] = value.split('..');
            const usual = value === spans[0]?.value;
            choose({ from: usual ? undefined : first, to: usual ? undefined : last });
          }}
        />
        <Select
          label="哪个站"
          value={station ?? ''}
          empty={data && data.stations.length > 1 ? `全部 ${data.stations.length} 个站` : undefined}
          options={(data?.stations ?? []).map(({ id, name }) => ({ value: id, words: name }))}
          onChoose={(value) => choose({ station: value || undefined })}
        />
        <Select
          label="什么事"
          value={category ?? ''}
          empty="全部九类"
          options={CATEGORIES.map((one: Category) => ({ value: one, words: CATEGORY_NAMES[one] }))}
          onChoose={(value) => choose({ category: value || undefined })}
        />
        <p className="note grow">{data && `${sayDay(data.today)} ${sayTime(new Date(data.at))} 的数`}</p>
        <div className="dash-view">
          <span className="keys-note" aria-hidden="true">
            <Kbd>G</Kbd>
          </span>
          <Segment
            label="怎么看"
            options={VIEWS}
            value={view === 'table' ? 'table' : 'charts'}
            onChoose={(value) => choose({ view: value === 'table' ? value : undefined })}
          />
          <span className="keys-note" aria-hidden="true">
            <Kbd>T</Kbd>
          </span>
        </div>
        {data && (
          <div className="dash-view">
            <ExportButton onPress={() => setExporting(true)} />
          </div>
        )}
      </div>
      {exporting && data && (
        <ExportDialog
          title="导出屏上的表"
          holds={`${data.categories.length + data.places.length + data.months.length} 行，写明从哪个月到哪个月、哪些站、几点的数`}
          lacks="名字、电话、原话、编号"
          make={() => act(exportDashboard, { ...chosen, category })}
          onClose={() => setExporting(false)}
        />
      )}
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {isPending && <Skeleton cards={3} />}
      {data?.calendarGap && <Gap {...data.calendarGap} kind={kind} />}
      {data && (view === 'table' ? <Tables shown={data} chosen={chosen} /> : <Charts shown={data} chosen={chosen} />)}
    </div>
  );
}

type Gap = { year: number; due: number; kind: string };

function Gap({ year, due, kind }: Gap) {
  return (
    <Notice tone="wait">
      <b>{`${year} 年的放假表还没有。`}</b>
      {due ? `${year} 年到期的 ${due} 件，先按法定节日和周末算。` : `要算到 ${year} 年的，先按法定节日和周末算。`}
      {`国务院的通知出来以后，请管连心站系统的人装上新的一版；${kind}里自己定的放假、上班的日子，人大办写在“规矩”里。`}
    </Notice>
  );
}

type Props = { shown: Dashboard; chosen: { station?: string; category?: string; from?: string; to?: string } };

const ORDER = '按名册排，不比高低';

function Charts({ shown, chosen: { station, category } }: Props) {
  const chosen = { station, category };
  const { categories, places, months } = linesOf(shown, chosen);
  const filter = { from: shown.from, to: shown.to, ...chosen };
  const ofPlaces = shown.placesAre === 'villages' ? '哪个村的事' : '哪里的事';
  return (
    <>
      <div className="panel dash-top">
        <FigureNow shown={shown} filter={filter} />
        <FigureWords shown={shown} filter={filter} />
        <FigureDays shown={shown} filter={filter} />
      </div>
      {shown.all.received === 0 ? (
        <State scene="empty" title="这段时间还没有收到" words="换一段时间，或者换个站看看。" />
      ) : (
        <>
          <Legend />
          <div className="two-columns">
            <div className="stack">
              <FigureRows title="说的什么事" lines={categories} />
              {months.length > 1 && <FigureRows title="哪个月收到的" lines={months} />}
            </div>
            <FigureRows title={ofPlaces} note={ORDER} lines={places} />
          </div>
        </>
      )}
    </>
  );
}

function Legend() {
  return (
    <p className="dash-legend">
      {PARTS.map(({ part, words }) => (
        <span key={part}>
          <i className={`dash-${part}`} aria-hidden="true" />
          {words}
        </span>
      ))}
      <span>
        <i className="dash-half" aria-hidden="true" />
        一半在这天前答了
      </span>
      <span>
        <i className="dash-nine" aria-hidden="true" />
        九成在这天前答了
      </span>
    </p>
  );
}

function Tables({ shown, chosen: { station, category } }: Props) {
  const chosen = { station, category };
  const { categories, places, months } = linesOf(shown, chosen);
  const all = {
    key: 'all',
    name: '合计',
    figures: shown.all,
    filter: { from: shown.from, to: shown.to, ...chosen },
  };
  const villages = shown.placesAre === 'villages';
  return (
    <div className="two-columns">
      <div className="stack">
        <FigureTable title="说的什么事" first="事情" lines={categories} all={all} />
        {months.length > 1 && <FigureTable title="哪个月收到的" first="月份" lines={months} all={all} />}
      </div>
      <div className="stack">
        <FigureTable
          title={villages ? '哪个村的事' : '哪里的事'}
          first={villages ? '村' : '联络站'}
          lines={places}
          all={all}
          note={ORDER}
        />
        <Equation all={shown.all} />
      </div>
    </div>
  );
}
