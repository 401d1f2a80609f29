import { SHEET_NAMES, type SheetName } from './columns';
import { planDepartments, planDeputies } from './plan-lists';
import { planMemberships } from './plan-memberships';
import { planStations, planWards } from './plan-places';
import { planTerms } from './plan-terms';
import type { Roster } from './roster';
import type { Stored } from './stored';
import type { Count, Tools } from './tools';

export type Plan = ReturnType<typeof planImport>;

/** What has to be written so that the database says what the workbook says. Nothing of it is written here; nothing is ever deleted but what belongs to a ward or station. */
export function planImport(roster: Roster, stored: Stored, tools: Tools) {
  const wards = planWards(roster, stored, tools);
  const stations = planStations(roster, stored, tools);
  const deputies = planDeputies(roster, stored, stations.idOf, tools);
  const terms = planTerms(roster, stored, { ...tools, wardIdOf: wards.idOf, deputyIdOf: deputies.idOf });
  const departments = planDepartments(roster, stored, tools);
  const memberships = planMemberships(roster, stored, {
    ...tools,
    stationIdOf: stations.idOf,
    departmentIdOf: departments.idOf,
    deputyIdOf: deputies.idOf,
  });
  const counts: Record<SheetName, Count> = {
    选区: wards.count,
    代表: joined(deputies, memberships.deputies),
    任期: terms.count,
    联络站: stations.count,
    民主监督员: memberships.supervisors,
    部门: departments.count,
    工作人员: memberships.staff,
  };
  const rows: Record<SheetName, number> = {
    选区: roster.wards.length,
    代表: roster.deputies.length,
    任期: roster.terms.length,
    联络站: roster.stations.length,
    民主监督员: roster.supervisors.length,
    部门: roster.departments.length,
    工作人员: roster.staff.length,
  };
  const changes = SHEET_NAMES.map((sheet) => ({ sheet, rows: rows[sheet], ...counts[sheet] }));
  return { changes, wards, stations, deputies, terms, departments, memberships };
}

/** A deputy whose name and phone both changed has changed once. */
function joined(
  { count, changed }: { count: Count; changed: ReadonlySet<string> },
  roles: { changed: ReadonlySet<string>; ends: number },
): Count {
  const both = new Set([...changed, ...roles.changed]);
  return { adds: count.adds, changes: both.size, ends: roles.ends };
}
