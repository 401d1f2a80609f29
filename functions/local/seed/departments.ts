import type { Services } from '../../platform/call';
import { sealPhone } from '../../platform/phones';
import { COUNTY, seedId } from './county';
import { DEMO_PEOPLE } from './people';

const DEPARTMENTS: [name: string, duties: string][] = [
  ['县教育局', '管学校、老师，孩子上学的事'],
  ['县民政局', '管低保、救助、养老院和老人食堂'],
  ['县住建局', '管房子、路灯、井盖、自来水和污水'],
  ['县交通运输局', '管公路、桥、公交车和村里的班车'],
  ['县农业农村局', '管种地、养殖、农田水渠和村里的环境'],
  ['县卫生健康局', '管医院、村卫生室、打针看病的事'],
];

/** The departments of the demo county in the order of its roll, and a committee, whom nobody rates. */
export function demoDepartments() {
  const rows = [
    ...DEPARTMENTS.map(([name, duties]) => ({ kind: 'department' as const, name, duties })),
    { kind: 'committee' as const, name: '县人大社会建设委员会', duties: '' },
  ];
  return rows.map((row, index) => ({ id: seedId(13, index + 1), roll: index + 1, ...row }));
}

/** The ids of the departments that have these names. */
export function departmentsNamed(names: readonly string[] = []): string[] {
  return demoDepartments().flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
}

/** Gives the demo county departments, and some of them people. */
export async function seedDepartments({ database, phones, clock }: Services): Promise<void> {
  const people = DEMO_PEOPLE.flatMap(({ departments, ...person }, index) =>
    departmentsNamed(departments).map((department_id) => ({ person, personId: seedId(7, index + 1), department_id })),
  );
  const memberships = people.map(({ person, personId, department_id }, index) => {
    const id = seedId(14, index + 1);
    const { cipher, hash, key } = sealPhone(phones, person.phone, { jurisdiction: COUNTY, personId: id });
    return {
      jurisdiction: COUNTY,
      id,
      person_id: person.known ? personId : null,
      role: 'department' as const,
      department_id,
      name: person.name,
      phone_cipher: cipher,
      phone_hash: hash,
      phone_hash_key: key,
      granted_at: clock(),
    };
  });
  await database.inTenant(COUNTY, async (tx) => {
    await tx
      .insertInto('department')
      .values(demoDepartments().map((department) => ({ jurisdiction: COUNTY, ...department })))
      .execute();
    await tx.insertInto('membership').values(memberships).execute();
  });
}
