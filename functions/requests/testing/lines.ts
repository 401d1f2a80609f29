import type { RequestEvent, RequestPage } from '../../../shared/requests/contract';
import { ATTEMPTS } from './acts';
import { NOTHING } from './effect';
import type { Cell, Measured, Row } from './measure';
import type { Scene } from './scenes';

/** How `matrix.txt` is read. */
export const HEAD = [
  'What may be done with a matter, and what comes of it (matrix.test.ts).',
  '',
  '# a scene',
  'how it came about · who did what · … then, after the clock ran · who did what',
  'events what stands in its history',
  '  a side                 as whom they see it, with or without the name, without which events | may what the page offers | how what they try ends: ok, or the problem',
  '  nothing for            whoever sees nothing and gets nothing done',
  '  > an act (as whom)     what changes, days counted from today | what is written into the history | who is told what',
  'Looking at it (open) is tried by the first who sees it as what they do.',
  'What ends in not_found or, by the contract alone, in not_allowed is left out, and so is an act that changes nothing.',
  '',
];

/**
 * A scene as it stands in `matrix.txt`: how it came about and what stands in its history; a line a side: as whom it sees it, what it is
 * offered, how what it tries ends; a line an effect.
 */
export function linesOf({ scene, office, rows, effects }: Measured): string[] {
  const nothing = rows.filter(({ seen, cells }) => !seen && cells.every(({ end }) => isSilent(end)));
  const rest = rows.filter((row) => !nothing.includes(row));
  return [
    `# ${scene.name}`,
    storyOf(scene),
    `events ${office.events
      .map(({ kind }) => kind)
      .reverse()
      .join(' ')}`,
    ...rest.map((row) => `  ${row.side.padEnd(22)} ${rowLine(row, office)}`),
    ...(nothing.length ? [`  nothing for ${nothing.map(({ side }) => side).join(' ')}`] : []),
    ...merged(effects.filter(({ effect }) => effect !== NOTHING)).map(
      ({ done, effect }) => `  > ${done.padEnd(20)} ${effect}`,
    ),
    '',
  ];
}

function isSilent(end: Cell['end']): boolean {
  return end === 'not_found' || end === 'not_allowed';
}

function storyOf({
  by = 'resident',
  to = 'deputy',
  open,
  nameFor,
  contact,
  picture,
  steps = [],
  later = [],
}: Scene): string {
  const kinds = [
    open && 'open',
    nameFor && 'name for the station',
    contact && `contact ${contact}`,
    picture && 'picture',
  ];
  const came = [`by ${by} to ${to ?? 'all'}`, ...kinds.filter(Boolean)].join(', ');
  return [came, ...steps, ...(later.length ? ['…', ...later] : [])].join(' · ');
}

function rowLine({ seen, cells }: Row, office: RequestPage): string {
  const ends = new Map<string, string[]>();
  for (const { attempt, end } of cells) if (!isSilent(end)) ends.set(end, [...(ends.get(end) ?? []), attempt.name]);
  const view = seen ? [seen.viewer, seen.name ? 'named' : 'nameless', ...hidden(seen, office)].join(' ') : 'unseen';
  const may = seen ? `may ${actsOf(seen) || '–'}` : '';
  return [view, may, ...[...ends].map(([end, names]) => `${end} ${names.join(' ')}`)].filter(Boolean).join(' | ');
}

/** In the order in which acts are tried, whatever order the page has. */
function actsOf({ may }: RequestPage): string {
  return [...new Set(ATTEMPTS.map(({ act }) => act))].filter((act) => may.some((one) => one === act)).join(' ');
}

/** Kinds of events that stand in the history and not on this page. */
function hidden(seen: RequestPage, office: RequestPage): string[] {
  const shown = new Set(seen.events.map(({ id }) => id));
  const kinds = office.events.filter(({ id }) => !shown.has(id)).map(({ kind }: RequestEvent) => kind);
  return kinds.length ? [`without ${[...new Set(kinds)].reverse().join(' ')}`] : [];
}

/** The same effect in one line, whoever brings it about. */
function merged(effects: Measured['effects']): { done: string; effect: string }[] {
  const lines = new Map<string, (string | null)[]>();
  for (const { name, as, effect } of effects) {
    const key = JSON.stringify([name, effect]);
    lines.set(key, [...(lines.get(key) ?? []), as]);
  }
  return [...lines].map(([key, as]) => {
    const [name, effect] = JSON.parse(key) as [string, string];
    return { done: as[0] ? `${name} (${as.join(' ')})` : name, effect };
  });
}
