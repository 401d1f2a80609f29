import type { Generated } from 'kysely';
import type { Role } from '../../shared/kernel/procedure';
import type { Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface IdentityTables {
  person: Tenant & {
    id: string;
    openid: string;
    name: string | null;
    phone_cipher: Buffer | null;
    phone_hash: Buffer | null;
    phone_hash_key: string | null;
    phone_verified_at: Date | null;
    created_at: Written<Date>;
    seen_at: Date;
  };
  membership: Tenant & {
    id: string;
    person_id: string | null;
    role: Exclude<Role, 'resident'>;
    deputy_id: string | null;
    station_id: string | null;
    village: string | null;
    department_id: string | null;
    name: string | null;
    source: Generated<'granted' | 'roster'>;
    phone_cipher: Buffer | null;
    phone_hash: Buffer | null;
    phone_hash_key: string | null;
    invitation_hash: Buffer | null;
    invitation_expires_at: Date | null;
    granted_at: Written<Date>;
    withdrawn_at: Date | null;
  };
  desk_sign_in: Tenant & {
    id: string;
    code_hash: Buffer;
    secret_hash: Buffer;
    person_id: string | null;
    created_at: Written<Date>;
    expires_at: Date;
    collected_at: Date | null;
  };
  session: Tenant & {
    id: string;
    person_id: string;
    refresh_hash: Buffer;
    created_at: Written<Date>;
    expires_at: Date;
    revoked_at: Date | null;
    desk: Generated<boolean>;
    device: string | null;
    used_at: Date | null;
    second_factor_at: Date | null;
    enrolling: Buffer | null;
  };
  second_factor: Tenant & {
    person_id: string;
    secret_cipher: Written<Buffer>;
    since: Written<Date>;
    last_step: number;
    used_at: Date;
    wrong: Generated<number>;
    locked_until: Date | null;
  };
  second_factor_backup: Tenant & { person_id: string; hash: Buffer };
  session_token: Tenant & { hash: string; session_id: string; salt: Buffer; replaced_at: Written<Date> };
}

declare module '../platform/schema' {
  interface Schema extends IdentityTables {}
}
