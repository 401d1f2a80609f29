import type { Fault } from './decode';
import type { DivisionRow } from './queries';
import type { Pair } from './read-pairs';
import { spokenName } from './spoken';

export type Move = { from: string; to: string; name: string; row: number | null; merges: boolean };

/** Where each place of the county goes, those of a town or of the county with it; or what is wrong with the list. */
export type Recoding = { divisionCode: string; moves: Move[] };

/**
 * Works out what a list of old and new codes does (撤并): a town's villages keep their last three digits unless they have a line of their
 * own, a county's places their last six. Several villages may become one; one can not become several, because its matters are in one hand.
 */
export function planRecode(
  pairs: readonly Pair[],
  places: readonly DivisionRow[],
  divisionCode: string,
  former: ReadonlyMap<string, string>,
): Recoding | { faults: Fault[] } {
  const known = new Map(places.map((place) => [place.code, place]));
  const open = pairs.filter(({ from, to }) => from !== to && !(former.get(from) === to && !known.has(from)));
  const target = open.find(({ from }) => from === divisionCode)?.to ?? divisionCode;
  const own = new Map(open.map((pair) => [pair.from, pair]));
  const moves = places.flatMap((place) => moveOf(place, own));
  const faults = [...pairFaults(open, known, target), ...moveFaults(moves, places, target)];
  return faults.length ? { faults } : { divisionCode: target, moves };
}

/** By its own line, its town's, or the county's. */
function moveOf(place: DivisionRow, own: ReadonlyMap<string, Pair>): Move[] {
  for (const length of [place.code.length, 9, 6].filter((one) => one <= place.code.length)) {
    const pair = own.get(place.code.slice(0, length));
    if (!pair) continue;
    const exactly = length === place.code.length;
    const name = exactly && pair.name ? (place.level === 'village' ? spokenName(pair.name) : pair.name) : place.name;
    return [
      { from: place.code, to: pair.to + place.code.slice(length), name, row: exactly ? pair.row : null, merges: false },
    ];
  }
  return [];
}

function pairFaults(pairs: readonly Pair[], known: ReadonlyMap<string, DivisionRow>, target: string): Fault[] {
  const first = new Map<string, Pair>();
  return pairs.flatMap((pair): Fault[] => {
    const { row, from, to } = pair;
    const before = first.get(from);
    if (before)
      return [
        {
          row,
          reason: `旧代码 ${from} 在第 ${before.row} 行已经有了。一个村拆成几个的，只写老事情归的那一个；另外几个用 add 的名单加进来。`,
        },
      ];
    first.set(from, pair);
    if (!known.has(from)) return [{ row, reason: `这个县没有代码是 ${from} 的地方，请看旧代码写对没有。` }];
    return to.startsWith(target)
      ? []
      : [{ row, reason: `新代码 ${to} 不是 ${target} 开头的，是别的县的。划给别的县的村不能这样改。` }];
  });
}

function moveFaults(moves: Move[], places: readonly DivisionRow[], target: string): Fault[] {
  const moving = new Set(moves.map(({ from }) => from));
  const staying = new Map(places.filter(({ code }) => !moving.has(code)).map((place) => [place.code, place.name]));
  const taken = new Map(staying);
  const faults: Fault[] = [];
  for (const move of moves) {
    const { from, to, name, row } = move;
    const other = taken.get(to);
    if (other !== undefined && row === null)
      faults.push({
        row,
        reason: `${name}（${from}）跟着乡镇会变成 ${to}，和${other}一样了。请给它单独写一行，写上它自己的新代码。`,
      });
    move.merges = other !== undefined;
    if (other === undefined) taken.set(to, name);
  }
  for (const { to, name, row } of moves)
    if (to.length === 12 && !taken.has(to.slice(0, 9)))
      faults.push({
        row,
        reason: `${name}的新代码 ${to} 在乡镇 ${to.slice(0, 9)} 下面，县里没有这个乡镇。请先用 add 的名单加上，或者写一行乡镇自己的旧代码、新代码。`,
      });
  const strays = places.filter(({ code }) => !moving.has(code) && !code.startsWith(target));
  if (strays.length) faults.push({ row: null, reason: `${strays[0]?.name}等 ${strays.length} 个地方还是旧的县代码。` });
  return faults;
}
