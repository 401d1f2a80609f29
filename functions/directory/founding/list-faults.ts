import { groupBy } from '../../platform/group-by';
import type { Fault } from './decode';
import type { Given, Listed } from './list';

/** What is wrong with the places of a list together: another county's, a code twice, villages whose town is not there, too few of them. */
export function listFaults(places: readonly Listed[], { divisionCode, towns }: Given): Fault[] {
  const foreign = places.filter(({ code }) => !code.startsWith(divisionCode));
  if (places.length && foreign.length === places.length)
    return [{ row: null, reason: allForeign(foreign, divisionCode) }];
  const own = places.filter(({ code }) => code.startsWith(divisionCode));
  const faults = [
    ...foreign.map(({ row, code, name }) => ({
      row,
      reason: `${code} ${name}是 ${code.slice(0, 6)} 的，不是 ${divisionCode} 的。请删掉这一行，或看看是不是写错了。`,
    })),
    ...(spoiled(own) ?? twice(own)),
    ...withoutTown(own, towns),
  ];
  if (!faults.length && !own.some(({ level }) => level === 'village'))
    faults.push({ row: null, reason: '文件里只有乡镇，一个村、一个社区也没有。请用有村级代码（12 位）的名单。' });
  return faults;
}

function allForeign([first]: readonly Listed[], divisionCode: string): string {
  const theirs = first?.code.slice(0, 6);
  return `这份名单是 ${theirs} 的，不是 ${divisionCode} 的。请看是不是拿错了文件，或者县的代码写错了。`;
}

const MANY = 5;

/** One code on many lines is no slip: the spreadsheet had made numbers of the codes, and wrote zeros for the digits it had lost. */
function spoiled(places: readonly Listed[]): Fault[] | null {
  const [code, most] = [...groupBy(places, (place) => place.code)].reduce<[string, readonly Listed[]]>(
    (longest, one) => (one[1].length > longest[1].length ? one : longest),
    ['', []],
  );
  if (most.length <= MANY) return null;
  const reason = `代码 ${code} 有 ${most.length} 行（${most
    .slice(0, 3)
    .map(({ name }) => name)
    .join(
      '、',
    )}等）。多半是表格把代码当成数，后面几位丢了，写成了零。请把代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。`;
  return [{ row: most[0]?.row ?? null, reason }];
}

function twice(places: readonly Listed[]): Fault[] {
  const first = new Map<string, Listed>();
  return places.flatMap((place) => {
    const before = first.get(place.code);
    if (!before) first.set(place.code, place);
    if (!before) return [];
    const names = before.name === place.name ? `都是${place.name}` : `一个叫${before.name}，一个叫${place.name}`;
    return {
      row: place.row,
      reason: `代码 ${place.code} 在第 ${before.row} 行已经有了（${names}）。请留一行，或改成对的代码。`,
    };
  });
}

function withoutTown(places: readonly Listed[], known: ReadonlySet<string>): Fault[] {
  const towns = new Set([...known, ...places.filter(({ level }) => level === 'town').map(({ code }) => code)]);
  const homeless = places.filter(({ level, code }) => level === 'village' && !towns.has(code.slice(0, 9)));
  const missing = [...groupBy(homeless, ({ code }) => code.slice(0, 9))];
  return missing.map(([town, villages]) => ({
    row: villages[0]?.row ?? null,
    reason: `${villages[0]?.name}等 ${villages.length} 个村、社区属于乡镇 ${town}，名单里没有这个乡镇。请加一行：${town}000,乡镇的名字。`,
  }));
}
