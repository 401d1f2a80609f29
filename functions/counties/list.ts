import { divisionsOf } from '../directory/founding/public';
import { countUnfinished } from '../requests/public';
import { done, type Operator, type Outcome } from './operator';
import { countAll, selectCounties } from './queries';

/** The counties of the installation, with what each has by now. */
export async function list({ database }: Operator): Promise<Outcome> {
  const counties = await database.withoutTenant(selectCounties, 'read');
  const lines: string[] = [];
  for (const { jurisdiction, name, congress_name, retired_at, division_code } of counties) {
    const [{ stations, deputies, roles, signedIn }, places, open] = await database.inTenant(
      jurisdiction,
      async (tx) =>
        [
          await countAll(tx, jurisdiction),
          await divisionsOf(tx, division_code ?? jurisdiction),
          await countUnfinished(tx, jurisdiction),
        ] as const,
      'read',
    );
    const countOf = (level: string) => places.filter((place) => place.level === level).length;
    const state = retired_at ? '，停用了' : '';
    lines.push(
      `${jurisdiction} ${name}（${congress_name}${state}）：${countOf('town')} 个乡镇街道，${countOf('village')} 个村和社区，${stations} 个站，${deputies} 位代表，${roles} 个身份，${signedIn} 人登录过，${open} 件事在办`,
    );
  }
  return done(...(lines.length ? lines : ['还没有县。']));
}
