import { sql } from 'kysely';
import { ensure } from '../../shared/kernel/problems';
import type { Tx } from '../platform/database';

/** Finds the person of a WeChat account, or makes one; says that they were here now. */
export async function upsertPerson(tx: Tx, person: { jurisdiction: string; id: string; openid: string; now: Date }) {
  const { jurisdiction, id, openid, now } = person;
  return tx
    .insertInto('person')
    .values({ jurisdiction, id, openid, created_at: now, seen_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction', 'openid'])
        .doUpdateSet((excluded) => ({ seen_at: excluded.ref('excluded.seen_at') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** A person with the roles they hold now, and what the county decided, by which some of them wait for a second factor. @throws ProblemError `session_ended` when a good token outlived its person */
export async function selectPerson(tx: Tx, jurisdiction: string, id: string) {
  const [person, memberships] = await Promise.all([
    tx
      .selectFrom('person as p')
      .innerJoin('county as c', 'c.jurisdiction', 'p.jurisdiction')
      .select(['p.id', 'p.openid', 'p.name', 'p.phone_cipher', 'p.seen_at', 'c.settings'])
      .where('p.jurisdiction', '=', jurisdiction)
      .where('p.id', '=', id)
      .executeTakeFirst(),
    selectRoles(tx, jurisdiction, id),
  ]);
  ensure(person, 'session_ended');
  return { ...person, memberships };
}

/** Each role a person holds now once, though the roster and the office may both have given it; the oldest first. */
export async function selectRoles(tx: Tx, jurisdiction: string, personId: string) {
  return tx
    .selectFrom('membership')
    .select(['role', 'deputy_id', 'station_id', 'village', 'department_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .groupBy(['role', 'deputy_id', 'station_id', 'village', 'department_id'])
    .orderBy((eb) => eb.fn.min('granted_at'))
    .orderBy((eb) => eb.fn.min(sql`id::text`))
    .execute();
}

/** Makes a person's other calls of this kind wait until the transaction ends. */
export async function lockPerson(tx: Tx, jurisdiction: string, id: string): Promise<void> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

export type PersonRow = Awaited<ReturnType<typeof selectPerson>>;

type Phone = { cipher: Buffer; hash: Buffer; hashKey: string };

export async function updatePhone(tx: Tx, jurisdiction: string, id: string, phone: Phone, now: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ phone_cipher: phone.cipher, phone_hash: phone.hash, phone_hash_key: phone.hashKey, phone_verified_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export async function updateName(tx: Tx, jurisdiction: string, id: string, name: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('name', 'is', null), eb('name', '!=', name)]))
    .execute();
}

/** Who reads a deputy's inbox today; at the most one person, none when nobody signed in for the deputy yet. */
export async function selectPersonOfDeputy(tx: Tx, jurisdiction: string, deputyId: string): Promise<string | null> {
  const [personId = null] = await selectPeopleOfDeputies(tx, jurisdiction, [deputyId]);
  return personId;
}

/** The same of several deputies. */
export async function selectPeopleOfDeputies(
  tx: Tx,
  jurisdiction: string,
  deputyIds: readonly string[],
): Promise<string[]> {
  if (!deputyIds.length) return [];
  const rows = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', 'in', deputyIds)
    .where('role', '=', 'deputy')
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'is not', null)
    .orderBy('deputy_id')
    .execute();
  return rows.map((row) => row.person_id as string);
}

export async function selectOpenid(tx: Tx, jurisdiction: string, id: string): Promise<string> {
  const row = await tx
    .selectFrom('person')
    .select('openid')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.openid;
}
