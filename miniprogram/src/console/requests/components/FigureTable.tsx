import type { Figures } from '../../../../../shared/requests/contract';
import { FIGURE_COLUMNS } from '../../../../../shared/requests/figures';
import { FigureLink } from './FigureLink';
import { type Line, sayCount } from './figures';

type Props = { title: string; first: string; note?: string; lines: readonly Line[]; all: Line };

/** The same in numbers: each leads to the list it counts. The heads sort nothing. */
export function FigureTable({ title, first, note, lines, all }: Props) {
  return (
    <section className="panel dash-table" aria-label={title}>
      <div className="dash-rows-head">
        <h2 className="dash-head">{title}</h2>
        <span className="note">{note ?? '件；最后两列是自然日'}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is too wide is scrolled by keys too. */}
      <section className="dash-scroll" tabIndex={0} aria-label={`${title}，表格`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {FIGURE_COLUMNS.map(({ words }) => (
                <th key={words} scope="col" className="dash-count">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.key} line={line} />
            ))}
          </tbody>
          <tfoot>
            <Row line={all} />
          </tfoot>
        </table>
      </section>
    </section>
  );
}

function Row({ line: { name, figures, filter } }: { line: Line }) {
  const leads = Object.keys(filter).length ? filter : null;
  return (
    <tr>
      <th scope="row">{name}</th>
      {FIGURE_COLUMNS.map(({ words, box, of }) => (
        <td key={words} className="dash-count">
          <Value count={of(figures)} box={box} filter={leads} label={`${name}，${words}`} />
        </td>
      ))}
    </tr>
  );
}

type ValueProps = { count: number | null; box?: string; filter: Line['filter'] | null; label: string };

function Value({ count, box, filter, label }: ValueProps) {
  if (count === null) return <span className="note">—</span>;
  if (!box) return <span>{count}</span>;
  const late = box === 'late' && count > 0 ? 'text-late' : '';
  return <FigureLink count={count} box={box} filter={filter} label={label} className={late} />;
}

/** 合计这样对得上. */
export function Equation({ all }: { all: Figures }) {
  const parts = [
    [all.solved + all.partly, '居民说解决了'],
    [all.underWay, '在办'],
    [all.asked + all.answered, '等居民说'],
    [all.lapsed, '没等到回音'],
    [all.withdrawn, '居民撤回'],
    [all.diverted, '另有去处'],
  ] as const;
  return (
    <section className="panel" aria-label="合计这样对得上">
      <h2 className="dash-head">合计这样对得上</h2>
      <p className="dash-equation">
        <span className="dash-term-of">
          <b>{sayCount(all.received)}</b> 收到
        </span>
        {parts.map(([count, words], at) => (
          <span key={words} className="dash-term-of">
            {at ? '+ ' : '= '}
            <b>{sayCount(count)}</b> {words}
          </span>
        ))}
      </p>
      <p className="note">
        “说办完了”是代表、部门自己说的，“居民说解决了”是居民自己说的，两列不能相加。没有排第几，也没有哪个人的数。
      </p>
    </section>
  );
}
