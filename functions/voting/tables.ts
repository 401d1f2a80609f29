import type { ColumnType, Generated } from 'kysely';
import type { Channel } from '../../shared/voting/ballot';
import type { Electorate } from '../../shared/voting/definition';
import type { Closing } from '../../shared/voting/results';
import type { SlipState } from '../../shared/voting/slips/states';
import type { Span } from '../../shared/voting/spans';
import type { Refusal, State } from '../../shared/voting/states';
import type { Json, Tenant, Written } from '../platform/schema';
import type { Tally } from './counting';

/** The context's tables, as kysely sees them. */
export interface VotingTables {
  poll: Tenant & {
    id: string;
    subject_context: string;
    subject_id: string;
    definition: Written<string>;
    definition_hash: Written<Buffer>;
    opens_at: Date;
    closes_at: Date;
    closings: ColumnType<Closing[], string | undefined, string>;
    closed_at: Date | null;
    link_destroyed_at: Date | null;
    counted_at: Date | null;
    published_at: Date | null;
    tally: Json<Tally> | null;
    root: Buffer | null;
    words_published_at: Date | null;
    words_forgotten_at: Date | null;
    removed: Generated<number>;
    slips_closed_at: Date | null;
  };
  poll_key: Tenant & { poll_id: string; kind: KeyKind; half: Buffer };
  poll_roll: Tenant & {
    poll_id: string;
    id: string;
    electorate: Electorate;
    member_hash: Buffer;
    station_id: string | null;
    paper: Generated<boolean>;
    ticked_by: Buffer | null;
  };
  ballot: Tenant & {
    poll_id: string;
    voter: Buffer;
    electorate: Electorate;
    station_id: string | null;
    channel: Channel;
    cast_on: string;
    revision: number;
    leaf: Buffer;
    sealed: Buffer;
  };
  poll_leaf: Tenant & { poll_id: string; leaf: Buffer };
  poll_count: Tenant & {
    poll_id: string;
    electorate: Electorate;
    station: number;
    subject: number;
    question: number;
    answer: number;
    count: number;
  };
  poll_turnout: Tenant & {
    poll_id: string;
    electorate: Electorate;
    station: number;
    channel: Channel;
    cast_on: string;
    count: number;
  };
  poll_words: Tenant & {
    poll_id: string;
    id: string;
    electorate: Electorate;
    station: number;
    subject: number;
    words: string | null;
    state: Generated<State>;
    version: Generated<number>;
    spans: ColumnType<Span[], string | undefined, string>;
    shown: string | null;
    refused_for: Refusal | null;
    marked_by: string | null;
    decided_by: string | null;
  };
  poll_screener: Tenant & { poll_id: string; person_id: string; since: Date };
  slip_series: Tenant & { station_id: string; prefix: Written<string>; last: number };
  poll_slip_book: Tenant & {
    id: string;
    poll_id: string;
    station_id: string;
    prefix: string;
    first: number;
    last: number;
    printed_on: string;
  };
  poll_slip: Tenant & {
    prefix: string;
    number: number;
    poll_id: string;
    station_id: string;
    state: SlipState;
    came_back: Generated<boolean>;
    at_table: Generated<boolean>;
    pass: number | null;
    spoil_reason: string | null;
    spoil_by: string | null;
    spoil_with: string | null;
    apart: Generated<string[]>;
    changed_on: string;
  };
  poll_slip_entry: Tenant & {
    prefix: string;
    number: number;
    pass: number;
    poll_id: string;
    person_id: string;
    mark: Buffer;
    sealed: Buffer;
  };
  poll_issue: Tenant & {
    poll_id: string;
    station_id: string;
    issued_on: string;
    person_id: string;
    count: number;
    replaced: Generated<number>;
    last_act: string;
  };
}

/** `link` ties a ballot to an entry of the roll, so that it can be changed; `seal` shuts what it says. */
export type KeyKind = 'link' | 'seal';

/** Who an entry of the roll is of. */
export type RollMember = Pick<VotingTables['poll_roll'], 'jurisdiction' | 'poll_id' | 'electorate' | 'member_hash'>;

declare module '../platform/schema' {
  interface Schema extends VotingTables {}
}
