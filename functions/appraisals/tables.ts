import type { ColumnType } from 'kysely';
import type { Draft } from '../../shared/appraisals/contract';
import type { Closing } from '../../shared/appraisals/current';
import type { EventKind } from '../../shared/appraisals/lifecycle';
import type { ReportBody } from '../../shared/appraisals/report';
import type { State } from '../../shared/appraisals/states';
import type { Json, Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface AppraisalTables {
  campaign: Tenant & {
    id: string;
    state: State;
    draft: Json<Draft>;
    closings: ColumnType<Closing[], string | undefined, string>;
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
    detail: Json<{ version?: number; elder?: boolean; closesAt?: string; reason?: string; proposal?: string }>;
    at: Written<Date>;
  };
  campaign_report: Tenant & {
    campaign_id: string;
    place: string;
    version: number;
    body: Json<ReportBody>;
    changed_by: string;
    changed_at: Date;
  };
  campaign_report_reader: Tenant & {
    campaign_id: string;
    place: string;
    person_id: string;
    version: number;
    at: Date;
  };
}

declare module '../platform/schema' {
  interface Schema extends AppraisalTables {}
}
