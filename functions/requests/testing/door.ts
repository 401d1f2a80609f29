import { type ProblemCode, ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Role } from '../../../shared/kernel/procedure';
import { explained, owned, subjects } from '../../app';
import type { Call, Person, Services } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { COUNTY } from '../../testing/api';
import { allBindings } from '../../testing/bindings';

/** Somebody with the roles they hold at the moment; `county` where it is another. */
export type Side = { person: Person; county?: string };
export type End = 'ok' | ProblemCode;
type Input = Record<string, unknown>;

/** What carries the reply out of a transaction that is taken back. */
class TakenBack extends Error {
  constructor(readonly seen: unknown) {
    super('taken back');
  }
}

/**
 * The API without its envelope: the contract says who is let in, what is read and what is replied, the bound verb does the rest. Ten
 * times as fast as HTTP; that both end the same is tested beside it.
 */
export type Door = {
  /** Does it for good. @throws ProblemError */
  call<T = unknown>(side: Side, procedure: Procedure, input: Input): Promise<T>;
  /** The same; a problem is an end like another. */
  end(side: Side, procedure: Procedure, input: Input): Promise<End>;
  read<T>(side: Side, procedure: Procedure, input: Input): Promise<{ end: End; reply?: T }>;
  /**
   * Does it and takes it back, so that the next one finds everything as it was. The attempt ends with the verb's transaction: what a verb
   * does after it (a PDF) is left out. `look` sees what would have become.
   */
  attempt<T>(side: Side, procedure: Procedure, input: Input, look?: (tx: Tx) => Promise<T>): Promise<Attempt<T>>;
  /** Reads within a transaction that will be taken back. */
  readIn<T>(tx: Tx, side: Side, procedure: Procedure, input: Input): Promise<T>;
};
type Attempt<T> = { end: End; seen?: T };

export function openDoor(services: Services): Door {
  const { inTenant } = services.database;
  const verbs = allBindings().then((all) => new Map(all.map(({ procedure, verb }) => [procedure.name, verb])));
  const through = async (side: Side, procedure: Procedure, input: Input, means: Pick<Call, 'read' | 'write'>) => {
    const refusal = keptOut(procedure, side.person);
    if (refusal) throw new ProblemError(refusal);
    const { person: caller, county: jurisdiction = COUNTY } = side;
    const call: Call = {
      jurisdiction,
      caller,
      device: null,
      now: services.clock(),
      services,
      subjects,
      owned,
      explained,
      ...means,
    };
    return procedure.reply.parse(await (await verbs).get(procedure.name)?.(call, procedure.input.parse(input)));
  };
  const forGood = ({ county = COUNTY }: Side): Pick<Call, 'read' | 'write'> => ({
    read: (work) => inTenant(county, work, 'read'),
    write: (work) => inTenant(county, work),
  });
  const call: Door['call'] = async (side, procedure, input) =>
    (await through(side, procedure, input, forGood(side))) as never;
  return {
    call,
    end: (side, procedure, input) => call(side, procedure, input).then(() => 'ok' as const, codeOf),
    read: (side, procedure, input) =>
      call(side, procedure, input).then(
        (reply) => ({ end: 'ok' as const, reply: reply as never }),
        (error) => ({ end: codeOf(error) }),
      ),
    async attempt(side, procedure, input, look) {
      const write: Call['write'] = (work) =>
        inTenant(side.county ?? COUNTY, async (tx) => {
          const reply = await work(tx);
          // Such a transaction gives back the reply itself.
          if (procedure.idempotent) procedure.reply.parse(reply);
          throw new TakenBack(await look?.(tx));
        });
      return through(side, procedure, input, { ...forGood(side), write }).then(
        () => ({ end: 'ok' }),
        (error) => (error instanceof TakenBack ? { end: 'ok', seen: error.seen as never } : { end: codeOf(error) }),
      );
    },
    readIn: async (tx, side, procedure, input) =>
      (await through(side, procedure, input, { read: (work) => work(tx), write: (work) => work(tx) })) as never,
  };
}

/** What the contract itself refuses somebody who is signed in, whatever the matter; null when it lets them in. */
export function keptOut(procedure: Procedure, person: Person): ProblemCode | null {
  const { who } = procedure;
  if (who !== 'anyone' && !who.some((role) => rolesOf(person).includes(role))) return 'not_allowed';
  return procedure.phone && !person.phoneVerified ? 'phone_needed' : null;
}

function rolesOf({ deputyId, villages, stationIds, departmentIds, admin }: Person): Role[] {
  return [
    'resident',
    ...(deputyId ? (['deputy'] as const) : []),
    ...(villages.length ? (['supervisor'] as const) : []),
    ...(stationIds.length ? (['clerk'] as const) : []),
    ...(departmentIds.length ? (['department'] as const) : []),
    ...(admin ? (['admin'] as const) : []),
  ];
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  throw error;
}
