import { v7 } from 'uuid';
import type { Draft } from '../../shared/appraisals/contract';
import { type EventKind, type Facts, refusal, type Side, stateAfter } from '../../shared/appraisals/lifecycle';
import { TRIALS } from '../../shared/appraisals/limits';
import type { State } from '../../shared/appraisals/states';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import { countedQuestions, isAnswerable } from '../../shared/voting/definition';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { type Campaign, insertEvent, lockCampaign, selectCampaign, selectEvents, updateCampaign } from './queries';

/** An appraisal as the lifecycle's table sees it. */
export type Matter = {
  campaign: Campaign;
  events: Awaited<ReturnType<typeof selectEvents>>;
  facts: Facts;
  sides: readonly Side[];
  trials: Trials;
  /** The close that somebody proposed; nobody agreed to it yet, and nobody took it back. */
  proposal: Proposal | null;
};
/** What `close_proposed` says: the last one counts. */
type Proposal = { id: string; closesAt: string; reason: string; personId: string | null };
type Trials = { people: number; elder: boolean };

/** The draft's version that was on the screen, or a close: as it was proposed, or as it is wanted. */
type Seen = number | { proposal: string } | { closesAt: string };

/** @param seen undefined where nobody looked at anything that could be older. @throws ProblemError `not_found` */
export async function lockMatter(tx: Tx, call: Call, id: string, seen?: Seen): Promise<Matter> {
  return matterOf(tx, call, await lockCampaign(tx, call.jurisdiction, id), seen);
}

/** The same to look at. */
export async function readMatter(tx: Tx, call: Call, id: string): Promise<Matter> {
  return matterOf(tx, call, await selectCampaign(tx, call.jurisdiction, id));
}

async function matterOf(tx: Tx, call: Call, campaign: Campaign | undefined, seen?: Seen): Promise<Matter> {
  ensure(campaign, 'not_found');
  const { draft, version, state } = campaign;
  const events = await selectEvents(tx, call.jurisdiction, campaign.id);
  const tries = events.filter(({ kind, detail }) => kind === 'tried' && detail.version === version);
  const trials = {
    people: new Set(tries.map(({ person_id }) => person_id)).size,
    elder: tries.some(({ detail }) => detail.elder),
  };
  const approved = events.filter(({ kind, detail }) => kind === 'approved' && detail.version === version).at(-1);
  const proposal = proposalIn(events, call.now);
  const wanted = typeof seen === 'object' && 'closesAt' in seen ? seen.closesAt : (proposal?.closesAt ?? null);
  const facts: Facts = {
    state,
    complete: isComplete(draft) && new Date(draft.closesAt) > call.now,
    decidable: draft.outcome?.of !== 'roll' || draft.asks === null,
    tried: trials.people >= TRIALS && trials.elder,
    approvedByThem: approved !== undefined && approved.person_id === (call.caller?.personId ?? null),
    seenOlder: isOlder(seen, version, proposal),
    movable: new Date(draft.closesAt) > call.now && (wanted === null || isMove(wanted, draft.closesAt, call.now)),
    proposed: proposal !== null,
    proposedByThem: proposal !== null && proposal.personId === (call.caller?.personId ?? null),
    withdrawn: isWithdrawn(events, seen),
  };
  return { campaign, events, facts, sides: sidesOf(call), trials, proposal };
}

/** Something can be answered, about somebody. */
function isComplete(draft: Draft): boolean {
  return countedQuestions(draft).length > 0 && draft.questions.every(isAnswerable) && draft.departments.length > 0;
}

function isOlder(seen: Seen | undefined, version: number, proposal: Proposal | null): boolean {
  if (typeof seen === 'number') return seen !== version;
  return seen !== undefined && 'proposal' in seen && seen.proposal !== proposal?.id;
}

/** To another moment, which is still to come. */
function isMove(to: string, from: string, now: Date): boolean {
  return new Date(to) > now && Date.parse(to) !== Date.parse(from);
}

/** The proposal that was seen was taken back; whatever was proposed after it. */
function isWithdrawn(events: Matter['events'], seen: Seen | undefined): boolean {
  if (typeof seen !== 'object' || !('proposal' in seen)) return false;
  return events.some(({ kind, detail }) => kind === 'close_withdrawn' && detail.proposal === seen.proposal);
}

/** What becomes of a proposed close: the last of these says whether one waits. */
const CLOSES: readonly EventKind[] = ['close_proposed', 'close_moved', 'close_withdrawn'];

function proposalIn(events: Matter['events'], now: Date): Proposal | null {
  const last = events.filter(({ kind }) => CLOSES.includes(kind)).at(-1);
  const { closesAt, reason } = last?.detail ?? {};
  if (last?.kind !== 'close_proposed' || !closesAt || !reason || new Date(closesAt) <= now) return null;
  return { id: last.id, closesAt, reason, personId: last.person_id };
}

function sidesOf({ caller }: Call): Side[] {
  if (!caller) return ['clock'];
  const tries = caller.stationIds.length > 0 || caller.deputyId !== null;
  return [...(caller.admin ? (['office'] as const) : []), ...(tries ? (['trier'] as const) : [])];
}

type More = {
  draft?: Campaign['draft'];
  closings?: Campaign['closings'];
  elder?: boolean;
  closesAt?: string;
  reason?: string;
  proposal?: string;
};

/**
 * Something happens to an appraisal: the only way in which its state changes and its history grows, both in the caller's transaction.
 * @returns the state it is in now. @throws ProblemError what `refusal` says
 */
export async function happen(
  tx: Tx,
  call: Call,
  { campaign, facts, sides }: Matter,
  event: EventKind,
  { draft, closings, ...more }: More = {},
): Promise<State> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now, caller } = call;
  const state = stateAfter(event, facts);
  // A close that is moved is outside of what is frozen.
  const version = draft && !closings ? campaign.version + 1 : campaign.version;
  const changes = { ...(draft ? { draft } : {}), ...(closings ? { closings } : {}) };
  await updateCampaign(tx, jurisdiction, campaign.id, { state, version, changed_at: now, ...changes });
  await insertEvent(tx, {
    jurisdiction,
    campaign_id: campaign.id,
    id: v7(),
    kind: event,
    person_id: caller?.personId ?? null,
    detail: { version, ...more },
    at: now,
  });
  return state;
}
