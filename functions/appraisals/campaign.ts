import { v7 } from 'uuid';
import { type EventKind, type Facts, refusal, type Side, stateAfter } from '../../shared/appraisals/lifecycle';
import { TRIALS } from '../../shared/appraisals/limits';
import type { State } from '../../shared/appraisals/states';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import { countedQuestions } from '../../shared/voting/definition';
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
};
type Trials = { people: number; elder: boolean };

/** @param seen the draft's version that was on the screen; undefined where nobody looked at one. @throws ProblemError `not_found` */
export async function lockMatter(tx: Tx, call: Call, id: string, seen?: number): Promise<Matter> {
  return matterOf(tx, call, await lockCampaign(tx, call.jurisdiction, id), seen);
}

/** The same to look at. */
export async function readMatter(tx: Tx, call: Call, id: string): Promise<Matter> {
  return matterOf(tx, call, await selectCampaign(tx, call.jurisdiction, id));
}

async function matterOf(tx: Tx, call: Call, campaign: Campaign | undefined, seen?: number): Promise<Matter> {
  ensure(campaign, 'not_found');
  const { draft, version, state } = campaign;
  const events = await selectEvents(tx, call.jurisdiction, campaign.id);
  const tries = events.filter(({ kind, detail }) => kind === 'tried' && detail.version === version);
  const trials = {
    people: new Set(tries.map(({ person_id }) => person_id)).size,
    elder: tries.some(({ detail }) => detail.elder),
  };
  const approved = events.filter(({ kind, detail }) => kind === 'approved' && detail.version === version).at(-1);
  const facts: Facts = {
    state,
    complete: countedQuestions(draft).length > 0 && draft.departments.length > 0 && new Date(draft.closesAt) > call.now,
    decidable: draft.outcome?.of !== 'roll' || draft.asks === null,
    tried: trials.people >= TRIALS && trials.elder,
    approvedByThem: approved !== undefined && approved.person_id === (call.caller?.personId ?? null),
    seenOlder: seen !== undefined && seen !== version,
  };
  return { campaign, events, facts, sides: sidesOf(call), trials };
}

function sidesOf({ caller }: Call): Side[] {
  if (!caller) return ['clock'];
  const tries = caller.stationIds.length > 0 || caller.deputyId !== null;
  return [...(caller.admin ? (['office'] as const) : []), ...(tries ? (['trier'] as const) : [])];
}

/**
 * Something happens to an appraisal: the only way in which its state changes and its history grows, both in the caller's transaction.
 * @returns the state it is in now. @throws ProblemError what `refusal` says
 */
export async function happen(
  tx: Tx,
  call: Call,
  { campaign, facts, sides }: Matter,
  event: EventKind,
  { draft, elder }: { draft?: Campaign['draft']; elder?: boolean } = {},
): Promise<State> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now, caller } = call;
  const state = stateAfter(event, facts);
  const version = draft ? campaign.version + 1 : campaign.version;
  await updateCampaign(tx, jurisdiction, campaign.id, { state, version, changed_at: now, ...(draft ? { draft } : {}) });
  await insertEvent(tx, {
    jurisdiction,
    campaign_id: campaign.id,
    id: v7(),
    kind: event,
    person_id: caller?.personId ?? null,
    detail: { version, ...(elder === undefined ? {} : { elder }) },
    at: now,
  });
  return state;
}
