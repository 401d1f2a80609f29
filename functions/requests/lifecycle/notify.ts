import { dayOf } from '../../../shared/kernel/days';
import { deputyTitle } from '../../../shared/kernel/names';
import { type EventKind, type Recipient, rowOf } from '../../../shared/requests/lifecycle';
import { MESSAGES, type Message, type Told } from '../../../shared/requests/messages';
import { isIn, MOST_RETURNS, QUESTIONED, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import { withoutAside } from '../../assignments/public';
import type { CountyDirectory } from '../../directory/public';
import { clerksOfStation, peopleOfDepartments, peopleOfDeputies, rolesOfPerson } from '../../identity/public';
import { notify, retitle } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lazily } from '../../platform/lazily';
import { hideFromDepartment } from '../content/hidden-words';
import { KINDS } from '../notifications';
import { countReturns } from '../queries/assigned';
import { detailOf, selectEvents } from '../queries/events';
import { selectWhose } from '../queries/merged';
import type { RequestRow } from '../queries/requests';
import { higherTitle } from './higher';
import { SHARED_MOVES } from './shared-moves';
import { isEntrant, isOwnMatter, onResidentsSide } from './sides';

/** A department reads what it is about, and nothing of whose it is. */
function titleFor(recipient: Recipient, event: EventKind, request: RequestRow): string {
  if (event === 'withdrawn') return TITLE_OF_WITHDRAWN;
  return recipient === 'department' ? hideFromDepartment(request.title, request) : request.title;
}

type Happened = {
  before: RequestRow;
  after: RequestRow;
  directory: CountyDirectory;
  words: string | null;
  promised?: Told['promised'];
  /** Who did it; null: the clock. */
  by?: string | null;
  /** The same in words, where whom it is told to hears it. */
  who?: string | undefined;
  /** How many others it is handled with, and the one that is handled. */
  others?: number | undefined;
  lead?: RequestRow | undefined;
};

const TITLE_OF_WITHDRAWN = '撤回的事';

/** Tells whom the table names of an event, in the transaction in which it happens. */
export async function tell(tx: Tx, call: Call, event: EventKind, happened: Happened): Promise<void> {
  const { jurisdiction, now } = call;
  const { before, after, directory, words, lead } = happened;
  // Who has it now, where it is handled with another.
  const held = lead ?? after;
  // Whom the table names has words; the types of `MESSAGES` see to it.
  const messages = MESSAGES[event] as Record<Recipient, Message>;
  const told: Told = {
    deputy: held.deputy_id === null ? '村里的代表，谁先接谁回' : deputyTitle(directory.deputyName(held.deputy_id)),
    department: directory.departmentName(held.department_id ?? before.department_id) ?? '部门',
    higher: higherTitle(directory, after.handover_to ?? before.handover_to ?? after.deputy_id) ?? '',
    villageName: directory.villageName(after.village),
    isFree: after.deputy_id === null,
    dueOn: after.due_on,
    lapsesOn: after.lapses_on,
    questionOn: after.question_on,
    promised: happened.promised ?? [],
    wasAsked: isIn(before.state, QUESTIONED) && !isIn(after.state, QUESTIONED),
    wasOnBoard: before.published_at !== null,
    words,
    hotlineNumber: after.hotline_number,
    who: happened.who ?? '联络站',
    others: happened.others ?? 0,
  };
  const readers = lazily(() =>
    readersOf(
      tx,
      jurisdiction,
      lead && event === 'supplemented' ? { ...happened, before: lead, after: lead } : happened,
      now,
    ),
  );
  for (const recipient of rowOf(event).tells) {
    const message = messages[recipient];
    // All of a village's deputies hear that there is something to take; what comes of it hears who has it.
    if (recipient === 'deputy' && told.isFree && message.kind !== 'request_received') continue;
    // Who reads what its resident says is who has it.
    const of = lead && event === 'supplemented' ? { before: lead, after: lead } : { before, after };
    const found = await PEOPLE[recipient](tx, jurisdiction, { ...happened, ...of, readers });
    const personIds = STAFF.includes(recipient) ? await staffOf(tx, jurisdiction, of.after, found) : found;
    for (const personId of personIds)
      await notify(tx, {
        jurisdiction,
        personId,
        kind: KINDS[message.kind],
        subject: { context: 'requests', id: of.after.id },
        title: titleFor(recipient, event, of.after),
        body: message.body(told),
        now,
        // On the telephone a deputy hears once a day (`clock/digest.ts`).
        quiet: recipient === 'deputy' || recipient === 'former_deputy',
      });
    if (recipient === 'resident' && SHARED_MOVES.includes(event)) await tellMerged(tx, call, after.id, message, told);
  }
}

/** As staff; whoever stepped aside from it is told nothing as that. */
const STAFF: readonly Recipient[] = ['station', 'desk', 'office', 'department'];

/** Where that leaves nobody at the station the office hears it. */
async function staffOf(tx: Tx, jurisdiction: string, { id }: RequestRow, personIds: string[]): Promise<string[]> {
  const left = await withoutAside(tx, jurisdiction, id, personIds);
  if (left.length || !personIds.length) return left;
  return withoutAside(tx, jurisdiction, id, await clerksOfStation(tx, jurisdiction, null));
}

async function tellMerged(tx: Tx, { jurisdiction, now }: Call, id: string, message: Message, told: Told) {
  for (const one of await selectWhose(tx, jurisdiction, id)) {
    const personId = await speakerOf(tx, jurisdiction, one);
    if (!personId) continue;
    const subject = { context: 'requests', id: one.id };
    await notify(tx, {
      jurisdiction,
      personId,
      kind: KINDS[message.kind],
      subject,
      title: one.title,
      // The number is that of whoever called there.
      body: message.body({ ...told, hotlineNumber: one.hotline_number }),
      now,
    });
  }
}

/** `readers`: who reads what its deputy is told. */
type Find = (
  tx: Tx,
  jurisdiction: string,
  happened: Happened & { readers: () => Promise<string[]> },
) => Promise<string[]>;

/** Who is behind a recipient now. */
const PEOPLE: Record<Recipient, Find> = {
  /** While they have no account: who entered it for them and sees them next, or the station, which speaks then. */
  resident: async (tx, jurisdiction, { after }) => {
    const personId = await speakerOf(tx, jurisdiction, after);
    return personId ? [personId] : clerksOfStation(tx, jurisdiction, after.station_id);
  },
  deputy: (_, __, { readers }) => readers(),
  /** While a deputy owes an answer and nobody reads what they are told. Whose term is over has a successor in a moment. */
  station: async (tx, jurisdiction, { after, directory, readers }) => {
    if (!isIn(after.state, WAITING_FOR_DEPUTY)) return [];
    if (after.deputy_id !== null && directory.hasEnded(after.deputy_id)) return [];
    return (await readers()).length ? [] : clerksOfStation(tx, jurisdiction, after.station_id);
  },
  /** Who entered it hears by themselves. */
  desk: async (tx, jurisdiction, { after }) => {
    const clerks = await clerksOfStation(tx, jurisdiction, after.station_id);
    return clerks.filter((personId) => personId !== after.entered_by);
  },
  /** Who names the one that does it, once others have given it back so often. */
  office: async (tx, jurisdiction, { after }) =>
    (await countReturns(tx, jurisdiction, after.id)) >= MOST_RETURNS ? clerksOfStation(tx, jurisdiction, null) : [],
  /** Of the department that has it, or had it until now. */
  department: async (tx, jurisdiction, { before, after }) => {
    const departmentId = after.department_id ?? before.department_id;
    if (departmentId === null) return [];
    const people = await peopleOfDepartments(tx, jurisdiction, [departmentId]);
    return people.flatMap(({ person_id }) => person_id ?? []);
  },
  /** Nobody, where it was their own matter. */
  former_deputy: async (tx, jurisdiction, { before, directory }) => {
    const personIds = await behindDeputy(tx, jurisdiction, before.deputy_id, directory);
    return personIds.filter((personId) => !isOwnMatter(before, personId));
  },
  /** Whoever looked knows that they did. */
  looked_at: async (tx, jurisdiction, { after, by }) => {
    const personId = await speakerOf(tx, jurisdiction, after);
    return personId !== null && personId !== by ? [personId] : [];
  },
  entrant: async (tx, jurisdiction, { after }) => {
    const personId = await entrantOf(tx, jurisdiction, after);
    return personId !== null && personId !== after.resident_id ? [personId] : [];
  },
};

/** Behind its deputy; of all who could take it nobody whose own matter it is, nor who had it until now. */
async function readersOf(tx: Tx, jurisdiction: string, { before, after, directory }: Happened, now: Date) {
  if (after.deputy_id !== null) return behindDeputy(tx, jurisdiction, after.deputy_id, directory);
  const group = groupOfVillage(after.village, directory, now).filter((id) => id !== before.deputy_id);
  const personIds = await peopleOfDeputies(tx, jurisdiction, group);
  const own = await onResidentsSide(tx, jurisdiction, after, personIds);
  return personIds.filter((personId) => !own.includes(personId));
}

/** The deputies who may take what is anybody's: those of the village's own wards. */
function groupOfVillage(village: string, directory: CountyDirectory, now: Date): string[] {
  const today = dayOf(now);
  const group = directory.servingForVillage(village, today).map(({ id }) => id);
  return group.filter((id) => directory.villagesOfDeputy(id, today).includes(village));
}

/** Nobody, while no one has signed in for the deputy: the inbox is there when they do. Nobody either when the term is over. */
async function behindDeputy(
  tx: Tx,
  jurisdiction: string,
  deputyId: string | null,
  directory: CountyDirectory,
): Promise<string[]> {
  if (deputyId === null || directory.hasEnded(deputyId)) return [];
  return peopleOfDeputies(tx, jurisdiction, [deputyId]);
}

type Whose = Pick<RequestRow, 'resident_id' | 'entered_by' | 'village' | 'station_id'>;

/** Its resident; while they have no account, who entered it for them. */
async function speakerOf(tx: Tx, jurisdiction: string, request: Whose): Promise<string | null> {
  return request.resident_id ?? (await entrantOf(tx, jurisdiction, request));
}

/** Who entered it, while they hold the role they did it by. */
async function entrantOf(tx: Tx, jurisdiction: string, request: Whose): Promise<string | null> {
  const { entered_by: personId } = request;
  if (personId === null) return null;
  const roles = await rolesOfPerson(tx, jurisdiction, personId);
  const holder = {
    personId,
    villages: roles.flatMap(({ role, village }) => (role === 'supervisor' && village ? [village] : [])),
    stationIds: roles.flatMap(({ role, station_id }) => (role === 'clerk' && station_id ? [station_id] : [])),
    admin: roles.some(({ role }) => role === 'admin'),
  };
  return isEntrant(request, holder) ? personId : null;
}

/** What deputies (and others) were told of a request keeps its place in their list, and no longer says what it was about. */
export async function hideFromDeputies(
  tx: Tx,
  { jurisdiction, now }: Call,
  directory: CountyDirectory,
  { id, deputy_id, village }: RequestRow,
  { title = TITLE_OF_WITHDRAWN, others = [] }: { title?: string; others?: readonly string[] } = {},
): Promise<void> {
  const events = await selectEvents(tx, jurisdiction, id);
  const had = events.flatMap((event) => [event.deputy_id, detailOf(event).from ?? null]);
  const group = groupOfVillage(village, directory, now);
  const deputyIds = [...new Set([deputy_id, ...had, ...group])].filter((deputyId) => deputyId !== null);
  const personIds = [...(await peopleOfDeputies(tx, jurisdiction, deputyIds)), ...others];
  await retitle(tx, { jurisdiction, personIds, subject: { context: 'requests', id }, title });
}
