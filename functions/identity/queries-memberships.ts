import { sql } from 'kysely';
import type { Tx } from '../platform/database';
import { type Moves, movesAs } from '../platform/moves';
import type { Schema } from '../platform/schema';

type MembershipTable = Schema['membership'];
/** A role, and what it is held for. */
const HELD = ['role', 'deputy_id', 'station_id', 'village', 'department_id'] as const;
export type HeldRole = Pick<MembershipTable, (typeof HELD)[number]>;

/** A role somebody holds or was given, locked until the transaction ends. Undefined when it was withdrawn. */
export async function lockMembership(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('membership')
    .select(['id', 'role', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** The people of the congress's office, locked until the transaction ends: who acts for it takes turns. */
export async function lockOffice(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('membership')
    .select(['id', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('role', '=', 'admin')
    .where('person_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The roles a person holds now, none of a department that has ended or is one no more; `kept`: nobody can withdraw them until the transaction ends. */
export async function selectOwnRoles(tx: Tx, jurisdiction: string, personId: string, kept: boolean) {
  const own = tx
    .selectFrom('membership as m')
    .select(HELD)
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('department as d')
            .select('d.id')
            .whereRef('d.jurisdiction', '=', 'm.jurisdiction')
            .whereRef('d.id', '=', 'm.department_id')
            .where((eb) => eb.or([eb('d.ended_on', 'is not', null), eb('d.kind', '<>', 'department')])),
        ),
      ),
    )
    .orderBy('id');
  return (kept ? own.forShare('m') : own).execute();
}

/** Everyone who holds or was given this role now, of this deputy, station, village or department. */
export async function selectHolders(tx: Tx, jurisdiction: string, role: HeldRole) {
  return tx
    .selectFrom('membership')
    .select(['id', 'person_id', 'phone_hash'])
    .where('jurisdiction', '=', jurisdiction)
    .where('role', '=', role.role)
    .where('deputy_id', 'is not distinct from', role.deputy_id)
    .where('station_id', 'is not distinct from', role.station_id)
    .where('village', 'is not distinct from', role.village)
    .where('department_id', 'is not distinct from', role.department_id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Who verified this phone last; null when nobody has. */
export async function selectPersonByPhone(
  tx: Tx,
  jurisdiction: string,
  hashes: readonly Buffer[],
): Promise<string | null> {
  if (!hashes.length) return null;
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('phone_hash', 'in', hashes)
    .orderBy('phone_verified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which deputy somebody is who verified this phone, with whatever account; null when nobody of them is one. */
export async function selectDeputyByPhone(
  tx: Tx,
  jurisdiction: string,
  hashes: readonly Buffer[],
): Promise<string | null> {
  if (!hashes.length) return null;
  const row = await tx
    .selectFrom('membership')
    .innerJoin('person', (on) =>
      on.onRef('person.jurisdiction', '=', 'membership.jurisdiction').onRef('person.id', '=', 'membership.person_id'),
    )
    .select('membership.deputy_id')
    .where('membership.jurisdiction', '=', jurisdiction)
    .where('membership.role', '=', 'deputy')
    .where('membership.withdrawn_at', 'is', null)
    .where('person.phone_hash', 'in', hashes)
    .orderBy('membership.granted_at')
    .limit(1)
    .executeTakeFirst();
  return row?.deputy_id ?? null;
}

/** What a role keeps of a code once it has done its work, or ends. */
export const NO_INVITATION = { invitation_hash: null, invitation_expires_at: null } as const;

export type PhoneColumns = Pick<MembershipTable, 'phone_cipher' | 'phone_hash' | 'phone_hash_key'>;

type NewMembership = HeldRole &
  PhoneColumns & { jurisdiction: string; id: string; person_id: string | null; name: string; granted_at: Date };

/** False when the deputy has an account already, or the person is another deputy, which another transaction may have made so this very moment. */
export async function insertMembership(tx: Tx, membership: NewMembership): Promise<boolean> {
  const row = await tx
    .insertInto('membership')
    .values({ ...membership, source: 'granted' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The roles that wait for one of these phone hashes, the oldest first, locked until the transaction ends. */
export async function lockWaiting(tx: Tx, jurisdiction: string, hashes: readonly Buffer[]) {
  return tx
    .selectFrom('membership')
    .select(['id', ...HELD])
    .where('jurisdiction', '=', jurisdiction)
    .where('phone_hash', 'in', hashes)
    .where('person_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** An invitation that still counts, locked until the transaction ends; `person_id` is who used it. */
export async function lockInvitation(tx: Tx, jurisdiction: string, hash: Buffer, now: Date) {
  return tx
    .selectFrom('membership')
    .select(['id', 'person_id', ...HELD])
    .where('jurisdiction', '=', jurisdiction)
    .where('invitation_hash', '=', hash)
    .where('invitation_expires_at', '>', now)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

type MembershipChanges = Partial<
  Pick<MembershipTable, 'person_id' | 'invitation_hash' | 'invitation_expires_at' | 'withdrawn_at'>
>;

export async function updateMembership(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: MembershipChanges,
): Promise<void> {
  await tx
    .updateTable('membership')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** Ends the deputy's role a person holds. Null when they hold none. */
export async function withdrawDeputyRole(
  tx: Tx,
  jurisdiction: string,
  personId: string,
  now: Date,
): Promise<string | null> {
  const row = await tx
    .updateTable('membership')
    .set({ withdrawn_at: now, ...NO_INVITATION })
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('role', '=', 'deputy')
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How often the person did this since then, as the log says. */
export async function countActions(
  tx: Tx,
  who: { jurisdiction: string; personId: string; action: string; since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom('audit_log')
    .select(sql<string>`count(*)`.as('count'))
    .where('jurisdiction', '=', who.jurisdiction)
    .where('person_id', '=', who.personId)
    .where('action', '=', who.action)
    .where('at', '>', who.since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Supervisors follow their village to its new code. */
export async function recodeVillages(tx: Tx, jurisdiction: string, moves: Moves): Promise<void> {
  await sql`
    update membership set village = m.to from ${movesAs(moves)}
    where membership.jurisdiction = ${jurisdiction} and membership.village = m.from`.execute(tx);
}
