import type { Tx } from '../platform/database';

/** What a person is called by others: their own name, else the one the roster or the office gave with a role. */
export async function selectName(tx: Tx, jurisdiction: string, personId: string): Promise<string | null> {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person?.name) return person.name;
  const membership = await tx
    .selectFrom('membership')
    .select('name')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('name', 'is not', null)
    .executeTakeFirst();
  return membership?.name ?? null;
}

/** What the roll calls who works at a station (null: in the office) today; null where it has no name for them. */
export async function selectStaffName(
  tx: Tx,
  jurisdiction: string,
  personId: string,
  stationId: string | null,
): Promise<string | null> {
  const held = tx
    .selectFrom('membership')
    .select('name')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .where('name', 'is not', null)
    .orderBy('id');
  const of = stationId === null ? held.where('role', '=', 'admin') : held.where('station_id', '=', stationId);
  const row = await of.executeTakeFirst();
  return row?.name ?? null;
}

/** Every deputy somebody reads the inbox of, with that person. */
export async function selectDeputiesWithPeople(tx: Tx, jurisdiction: string) {
  const rows = await tx
    .selectFrom('membership')
    .select(['deputy_id', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('role', '=', 'deputy')
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('deputy_id')
    .execute();
  return rows.map((row) => ({ deputyId: row.deputy_id as string, personId: row.person_id as string }));
}

export async function selectPhone(tx: Tx, jurisdiction: string, personId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('person')
    .select('phone_cipher')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.phone_cipher ?? null;
}

/** Who looks after the station; where nobody does, or there is none, the office. */
export async function selectClerks(tx: Tx, jurisdiction: string, stationId: string | null): Promise<string[]> {
  const looksAfter = (role: 'clerk' | 'admin') =>
    tx
      .selectFrom('membership')
      .select('person_id')
      .distinct()
      .where('jurisdiction', '=', jurisdiction)
      .where('role', '=', role)
      .where('withdrawn_at', 'is', null)
      .where('person_id', 'is not', null);
  const clerks = stationId === null ? [] : await looksAfter('clerk').where('station_id', '=', stationId).execute();
  const rows = clerks.length ? clerks : await looksAfter('admin').execute();
  return rows.map((row) => row.person_id as string);
}

/** Everybody who looks after stations: those of a clerk, and with null the whole county for the office. */
export async function selectStationsWithPeople(tx: Tx, jurisdiction: string) {
  const rows = await tx
    .selectFrom('membership')
    .select(['station_id', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('role', 'in', ['clerk', 'admin'])
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('id')
    .execute();
  const of = new Map<string, string[] | null>();
  for (const { person_id, station_id } of rows) {
    const personId = person_id as string;
    const before = of.get(personId);
    of.set(personId, station_id === null || before === null ? null : [...(before ?? []), station_id]);
  }
  return [...of].map(([personId, stations]) => ({ personId, stations }));
}

/** How often the audit log says that somebody did something in their own name. */
export async function countActs(tx: Tx, jurisdiction: string, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('audit_log')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Everything of a person that says who they are. The row stays: what they said hangs on it, and no account finds it any more. */
export async function forgetPerson(tx: Tx, jurisdiction: string, id: string, openid: string): Promise<void> {
  const phone = { phone_cipher: null, phone_hash: null, phone_hash_key: null };
  await tx
    .updateTable('person')
    .set({ openid, name: null, ...phone, phone_verified_at: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
  // Roles that were theirs: the office goes on knowing that there was one, not whose.
  await tx
    .updateTable('membership')
    .set({ person_id: null, name: null, ...phone, invitation_hash: null, invitation_expires_at: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', id)
    .where('withdrawn_at', 'is not', null)
    .execute();
}
