import { congressNameOf } from '../../shared/kernel/kinds';
import { divisionsOf, type List, lockRoster, type Put, putPlaces, readList, some } from '../directory/founding/public';
import { audit } from '../platform/audit';
import type { Tx } from '../platform/database';
import { readAdminPhone } from './admin-phone';
import { appointOffice } from './appoint-office';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { insertCounty, selectCounty, updateCounty } from './queries';
import { NOTHING_WRITTEN, sayFaults, sayPlaces, sayUnkind } from './say';

type Asked = OrderOf<'add'>;
type Row = NonNullable<Awaited<ReturnType<typeof selectCounty>>>;
const NO_LIST: List = { county: null, towns: [], villages: [], warnings: [] };

/**
 * Sets up a county, or adds to one: its name, its places, whom its office begins with. All or nothing; run again it says what is there and
 * changes only what is asked.
 */
export async function add(operator: Operator, asked: Asked): Promise<Outcome> {
  const { database } = operator;
  const [phone, wrong] = [asked.adminPhone, asked.insteadOf].map((one) =>
    one === undefined ? null : readAdminPhone(one),
  );
  const unread = [phone, wrong].find((one) => one && 'reason' in one);
  if (unread && 'reason' in unread) return refused(unread.reason, NOTHING_WRITTEN);
  return database.inTenant(asked.county, async (tx) => {
    await lockRoster(tx, asked.county);
    const before = await selectCounty(tx, asked.county);
    const list = await listOf(tx, asked, before?.division_code ?? asked.county);
    if ('faults' in list)
      return refused(`名单里有 ${list.faults.length} 处要改：`, ...sayFaults(list.faults), NOTHING_WRITTEN);
    const name = asked.name ?? before?.name ?? list.county?.name;
    const lack = lackOf(asked, before, name);
    if (lack || !name) return refused(lack ?? '', NOTHING_WRITTEN);
    const named = await putCounty(tx, operator, asked, before, name);
    const divisionCode = before?.division_code ?? asked.county;
    const put = await putPlaces(tx, { jurisdiction: asked.county, divisionCode, name }, list);
    const office = await appointOffice(tx, operator, {
      ...asked,
      countyName: name,
      phone: numberOf(phone),
      wrong: numberOf(wrong),
    });
    const places = await divisionsOf(tx, divisionCode);
    return done(
      named,
      ...sayPlaces(places),
      ...(before ? sayPut(put, asked) : []),
      ...notices(list, name, before),
      ...(before?.name === name ? [] : sayUnkind(name)),
      ...office,
    );
  });
}

function numberOf(read: ReturnType<typeof readAdminPhone> | null | undefined): string | null {
  return read && 'phone' in read ? read.phone : null;
}

/** The list that came, against what the county has; an empty one when none came. */
async function listOf(tx: Tx, { divisions }: Asked, divisionCode: string) {
  if (divisions === undefined) return NO_LIST;
  const towns = (await divisionsOf(tx, divisionCode)).filter(({ level }) => level === 'town').map(({ code }) => code);
  return readList(Buffer.from(divisions, 'base64'), { divisionCode, towns: new Set(towns) });
}

function lackOf({ county, divisions }: Asked, before: Row | undefined, name: string | undefined): string | null {
  if (!before && divisions === undefined)
    return `${county} 还没有建。请给一份名单：--divisions 文件.csv（乡镇和村的代码、名称）。`;
  return name === undefined ? '名单里没有县自己的一行，请把全称写上：--name 平度市。' : null;
}

/** @returns what became of the county itself */
async function putCounty(
  tx: Tx,
  { now }: Operator,
  asked: Asked,
  before: Row | undefined,
  name: string,
): Promise<string> {
  const { county: jurisdiction, helpPhone } = asked;
  const renamed = before && before.name !== name;
  const congressName = asked.congressName ?? (before && !renamed ? before.congress_name : congressNameOf(name));
  const settings = { ...(before?.settings as object | undefined), ...(helpPhone ? { phone: helpPhone } : {}) };
  if (before) await updateCounty(tx, jurisdiction, { name, congressName, settings });
  else await insertCounty(tx, jurisdiction, { name, congressName, settings }, now);
  const action = before ? 'county_changed' : 'county_added';
  await audit(tx, {
    jurisdiction,
    personId: null,
    action,
    objectKind: 'county',
    objectId: null,
    detail: { name },
    now,
  });
  const who = `${name}（${jurisdiction}），人大机关叫${congressName}`;
  if (!before) return `建好了：${who}。`;
  return renamed ? `原来叫${before.name}，改名了：${who}。` : `原来就有：${who}。`;
}

function sayPut({ added, renamed, missing }: Put, { divisions }: Asked): string[] {
  if (divisions === undefined) return ['没有给名单，乡镇和村没有动。'];
  const said = [
    ...(added.length ? [`这次新加 ${added.length} 个：${some(added)}。`] : []),
    ...(renamed.length
      ? [
          `改名 ${renamed.length} 个：${renamed
            .slice(0, 5)
            .map(({ from, to }) => `${from}→${to}`)
            .join('、')}。`,
        ]
      : []),
    ...(missing.length
      ? [`有 ${missing.length} 个不在这份名单里，留着没动：${some(missing)}。换了代码、撤并了的，用 recode。`]
      : []),
  ];
  return said.length ? said : ['名单和原来的一样，没有要改的。'];
}

function notices({ county, warnings }: List, name: string, before: Row | undefined): string[] {
  const otherwise = county && county.name !== name ? [`名单里县的名称是${county.name}，这里用的是${name}。`] : [];
  const closed = before?.retired_at ? ['这个县现在是停用的，要重新开通用 restore。'] : [];
  return [...otherwise, ...closed, ...warnings].map((said) => `请留意：${said}`);
}
