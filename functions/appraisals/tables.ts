import type { Draft } from '../../shared/appraisals/contract';
import type { EventKind } from '../../shared/appraisals/lifecycle';
import type { State } from '../../shared/appraisals/states';
import type { Json, Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface AppraisalTables {
  campaign: Tenant & {
    id: string;
    state: State;
    draft: Json<Draft>;
    version: number;
    follows: Written<string | null>;
    created_at: Written<Date>;
    changed_at: Date;
  };
  campaign_event: Tenant & {
    campaign_id: string;
    id: string;
    kind: EventKind;
    person_id: string | null;
    detail: Json<{ version?: number; elder?: boolean }>;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends AppraisalTables {}
}
