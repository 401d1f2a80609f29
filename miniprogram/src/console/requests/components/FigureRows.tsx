import type { CSSProperties } from 'react';
import { FigureLink } from './FigureLink';
import { type Line, PARTS, sayDays, sayParts } from './figures';

type Props = { title: string; note?: string; lines: readonly Line[] };

/** A bar for what came of each, in parts by where it stands now; beside it in how many days it was first answered. */
export function FigureRows({ title, note, lines }: Props) {
  const most = Math.max(1, ...lines.map(({ figures }) => figures.received));
  const longest = Math.max(1, ...lines.map(({ figures }) => figures.p90 ?? 0));
  // Bars begin where the longest name ends, as long as it is.
  const name = Math.min(9.5, Math.max(4, ...lines.map((line) => line.name.length)) + 0.5);
  return (
    <section className="panel" aria-label={title} style={{ '--dash-name': `${name}em` } as CSSProperties}>
      <div className="dash-rows-head">
        <h2 className="dash-head">{title}</h2>
        {note && <span className="note">{note}</span>}
      </div>
      <div className="dash-row note" aria-hidden="true">
        <span />
        <span className="dash-count">收到</span>
        <span />
        <span>几天第一次答</span>
      </div>
      {lines.map(({ key, name, figures, filter }) => (
        <div key={key} className="dash-row">
          <span>{name}</span>
          <FigureLink
            count={figures.received}
            box="all"
            filter={Object.keys(filter).length ? filter : null}
            label={`${name}，收到`}
            className="dash-count"
          />
          <span className="dash-bar" role="img" aria-label={`${name}：${sayParts(figures)}`}>
            {PARTS.map(({ part, of }) => (
              <i key={part} className={`dash-${part}`} style={{ width: `${(of(figures) / most) * 100}%` }} />
            ))}
          </span>
          <Range {...figures} longest={longest} />
        </div>
      ))}
    </section>
  );
}

const WIDE = 116;

/** From the dot on half of them are answered, up to the line nine of ten. */
function Range({ median, p90, longest }: { median: number | null; p90: number | null; longest: number }) {
  const label = sayDays({ median, p90 });
  if (median === null || p90 === null)
    return (
      <span className="note dash-range" role="img" aria-label={label}>
        —
      </span>
    );
  const at = (days: number) => 6 + (days / longest) * (WIDE - 12);
  return (
    <svg viewBox={`0 0 ${WIDE} 16`} className="dash-range" role="img" aria-label={label}>
      <path d={`M${at(median)} 8H${at(p90)}`} className="dash-range-line" />
      <circle cx={at(median)} cy="8" r="4.2" className="dash-fill" />
      <path d={`M${at(p90)} 3v10`} className="dash-mark-accent" />
    </svg>
  );
}
