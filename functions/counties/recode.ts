import { congressNameOf } from '../../shared/kernel/kinds';
import { lockRoster, type Recoded, recodePlaces, some } from '../directory/founding/public';
import { recodeSupervisors } from '../identity/public';
import { audit } from '../platform/audit';
import { recodeVillages } from '../requests/public';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { selectCounty, updateCounty, updateDivisionCode } from './queries';
import { NOTHING_WRITTEN, sayFaults, sayUnkind } from './say';

/**
 * Gives a county's places the codes they have from now on (撤并、撤县设市): matters, wards, stations and supervisors go with their village, all or
 * nothing. Printed codes stay good, and a phone that kept an old code of its village is understood.
 */
export async function recode({ database, now }: Operator, asked: OrderOf<'recode'>): Promise<Outcome> {
  const { county: jurisdiction, codes, name: wanted } = asked;
  return database.inTenant(jurisdiction, async (tx) => {
    await lockRoster(tx, jurisdiction);
    const county = await selectCounty(tx, jurisdiction);
    if (!county) return refused(`没有 ${jurisdiction} 这个县。`, NOTHING_WRITTEN);
    const divisionCode = county.division_code ?? jurisdiction;
    const places = { jurisdiction, divisionCode, name: county.name, wanted };
    const recoded = await recodePlaces(tx, places, Buffer.from(codes, 'base64'), now);
    if ('faults' in recoded) return refused('对照表里有要改的：', ...sayFaults(recoded.faults), NOTHING_WRITTEN);
    const { name } = recoded;
    if (name !== county.name)
      await updateCounty(tx, jurisdiction, {
        name,
        congressName: congressNameOf(name),
        settings: county.settings as object,
      });
    if (recoded.divisionCode !== divisionCode) await updateDivisionCode(tx, jurisdiction, recoded.divisionCode);
    const matters = await recodeVillages(tx, jurisdiction, recoded.villages);
    await recodeSupervisors(tx, jurisdiction, recoded.villages);
    const detail = { towns: recoded.towns.length, villages: recoded.villages.length, matters };
    await audit(tx, {
      jurisdiction,
      personId: null,
      action: 'county_recoded',
      objectKind: 'county',
      objectId: null,
      detail,
      now,
    });
    return done(...said(recoded, name, jurisdiction, matters), ...(name === county.name ? [] : sayUnkind(name)));
  });
}

function said(
  { divisionCode, towns, villages, twoWards }: Recoded,
  name: string,
  jurisdiction: string,
  matters: number,
): string[] {
  if (!towns.length && !villages.length) return [`${name}的代码和对照表里的一样，早就改过了，没有再改。`];
  const merged = villages.filter(({ merges }) => merges);
  const two = villages.filter(({ to }) => twoWards.includes(to));
  return [
    `${name}：${towns.length} 个乡镇街道、${villages.length} 个村和社区换了代码，${matters} 件事跟着村走，选区、联络站、监督员也跟着走。`,
    `例如：${villages
      .slice(0, 3)
      .map((move) => `${move.name} ${move.from}→${move.to}`)
      .join('，')}。`,
    ...(merged.length ? [`并进别的村的有 ${merged.length} 个：${some(merged)}。`] : []),
    ...(two.length ? [`请留意：${some(two)}合并以后在两个选区里，请在名册的“选区”表里改好。`] : []),
    ...(divisionCode === jurisdiction
      ? []
      : [
          `县的代码现在是 ${divisionCode}。手机、代表码、邀请码里还是用 ${jurisdiction}，不用换；这里的命令也还写 ${jurisdiction}。`,
        ]),
    '贴出去的码、手机里记着的旧村都还能用，半分钟以内生效。',
  ];
}
