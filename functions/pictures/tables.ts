import type { Generated } from 'kysely';
import type { PictureCheck } from '../../shared/kernel/content-check';
import type { Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface PictureTables {
  picture: Tenant & {
    id: string;
    owner_id: string;
    request_id: string | null;
    promise_id: string | null;
    suggestion_id: string | null;
    event_id: string | null;
    position: Generated<number>;
    state: PictureCheck;
    type: 'image/jpeg' | 'image/png' | 'image/webp' | null;
    bytes: number | null;
    width: number | null;
    height: number | null;
    trace_id: string | null;
    label: string | null;
    created_at: Written<Date>;
    asked_at: Date | null;
    copy: Generated<number>;
  };
  media_check: { trace_id: string; jurisdiction: string; picture_id: string; created_at: Written<Date> };
}

declare module '../platform/schema' {
  interface Schema extends PictureTables {}
}
