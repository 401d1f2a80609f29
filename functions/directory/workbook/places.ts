import { townKey, villageKey, withoutCounty } from '../place-names';
import type { Stored } from './stored';
import { keyOf, nearest, perhaps } from './words';

type Place = { code: string; name: string };
/** What was written is a place of this county, or why it is none. */
type Found = { code: string } | { reason: string };

/** The county's towns and villages by name. */
export type Places = {
  /** Its name. */
  county: string;
  towns: readonly Place[];
  villages: readonly (Place & { town: Place })[];
  town(written: string): Found;
  /** `草坪村`, within the town where one is given; `白石镇/草坪村`, `白石镇草坪村` and the twelve-digit code anywhere. */
  village(written: string, town: string | null): Found;
  /** As `village` finds it again beside that town: `草坪村`, or `白石镇/草坪村` where another town has the name too, or the code. */
  spell(code: string, town: string | null): string;
};

export function placesOf({ divisions, county }: Stored): Places {
  const towns = divisions.filter(({ level }) => level === 'town').map(({ code, name }) => ({ code, name }));
  const townOf = new Map(towns.map((town) => [town.code, town]));
  const villages = divisions.flatMap(({ code, name, level, parent }) => {
    const town = townOf.get(parent ?? '');
    return level === 'village' && town ? [{ code, name, town }] : [];
  });
  const townOfName = (name: string) => townKey(withoutCounty(keyOf(name), county.name));
  const villageOfName = (name: string) => villageKey(withoutCounty(keyOf(name), county.name));
  const townsByKey = new Map(towns.map((town) => [townOfName(town.name), town]));
  const named = groups(villages, ({ name }) => villageOfName(name));
  const full = groups(villages, ({ name, town }) => villageOfName(`${town.name}${name}`));
  const byId = new Map(villages.map((one) => [one.code, one]));
  const byCode = (written: string) => villages.filter(({ code }) => code === keyOf(written));
  const village = (written: string, town: string | null): Found => {
    const [townPart, namePart] = splitTown(written, (name) => townsByKey.get(townOfName(name)));
    const whole = full.get(villageOfName(`${townPart?.name ?? ''}${namePart}`).replace('/', ''));
    if (whole?.length === 1 && (!town || whole[0]?.town.code === town)) return { code: whole[0]?.code ?? '' };
    const all = named.get(villageOfName(written)) ?? byCode(written);
    const within = all.filter((one) => !town || one.town.code === town);
    // 城南村 and 城南村委会 may both be there: then each is who is called so to the letter.
    const exact = within.filter(({ name }) => keyOf(name) === keyOf(written));
    const here = exact.length ? exact : within;
    if (here.length === 1) return { code: here[0]?.code ?? '' };
    if (here.length > 1) return { reason: ambiguous(written, here) };
    const elsewhere = whole?.[0] ?? all[0];
    if (elsewhere) return { reason: `“${written}”在${elsewhere.town.name}，不在这个乡镇。` };
    const near = villages.filter((one) => !town || one.town.code === town);
    const possible = townPart ? villages.filter((one) => one.town.code === townPart.code) : near;
    const suggestion =
      nearest(
        namePart,
        possible.map(({ name }) => name),
      ) ??
      nearest(
        written,
        villages.map(({ name }) => name),
      );
    return { reason: `没有“${written}”这个村（社区）。${perhaps(suggestion)}` };
  };
  return {
    county: county.name,
    towns,
    villages,
    town(written) {
      const found = townsByKey.get(townOfName(written));
      if (found) return { code: found.code };
      const suggestion = perhaps(
        nearest(
          written,
          towns.map(({ name }) => name),
        ),
      );
      return { reason: `${county.name}没有“${written}”这个乡镇、街道。${suggestion}` };
    },
    village,
    spell(code, town) {
      const { name = code, town: own } = byId.get(code) ?? {};
      const finds = (written: string) => {
        const found = village(written, town);
        return 'code' in found && found.code === code;
      };
      return [name, `${own?.name}/${name}`].find(finds) ?? code;
    },
  };
}

function ambiguous(written: string, here: readonly { name: string; town: Place }[]): string {
  const towns = [...new Set(here.map(({ town }) => town.name))];
  if (towns.length === 1) return `${towns[0]}有两个“${written}”，分不清是哪个，请改成村的 12 位代码。`;
  return `${towns.join('、')}都有“${written}”，请写成“${towns[0]}/${written}”这样。`;
}

function splitTown(written: string, townOf: (name: string) => Place | undefined): [Place | null, string] {
  const [before = '', after] = written.split('/');
  const town = after ? townOf(before) : undefined;
  return town ? [town, after ?? ''] : [null, written];
}

export function groups<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return found;
}
