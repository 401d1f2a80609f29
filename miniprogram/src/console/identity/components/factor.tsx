import type { Membership } from '../../../../../shared/identity/contract';
import { sayTime } from '../../../../../shared/kernel/days';
import { sayDay } from '../../../platform/say';
import { Tag } from '../../../ui/Tag';

type Factor = Membership['secondFactor'];

/** Whether who holds a role is asked for a second factor at the desk (多验一次), and has one. */
export function FactorTag({ factor }: { factor: Factor }) {
  if (!factor) return <span className="secondary">不用动态码</span>;
  if (!factor.since)
    return (
      <Tag icon="alert" tone="late">
        没开，进不来
      </Tag>
    );
  return (
    <Tag icon="shield" tone="ok">
      动态码
    </Tag>
  );
}

/** Since when, used last on which day, what is left, and until when it is locked. */
export function sayFactor({ since, usedOn, backupLeft, lockedUntil }: NonNullable<Factor>): string {
  if (!since) return '还没开动态码，头一回在电脑上办事的时候开';
  return [
    `动态码 ${sayDay(since)}起`,
    usedOn && `最近 ${sayDay(usedOn)}`,
    `备用码还有 ${backupLeft} 个`,
    lockedUntil && `连错五次，锁到 ${sayTime(new Date(lockedUntil))}`,
  ]
    .filter(Boolean)
    .join('，');
}
