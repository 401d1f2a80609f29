import { checkChain } from '../platform/audit-chain';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { selectCounty } from './queries';

/** Whether a county's audit log (审计日志) is as it was written: nothing changed, nothing left out. */
export async function checkAudit({ database }: Operator, { county: jurisdiction }: OrderOf<'audit'>): Promise<Outcome> {
  return database.inTenant(
    jurisdiction,
    async (tx) => {
      if (!(await selectCounty(tx, jurisdiction))) return refused(`没有 ${jurisdiction} 这个县。`);
      const { links, waiting, head, broken, unlinked } = await checkChain(tx, jurisdiction);
      const wait = waiting ? [`还有 ${waiting} 条等着接上，一分钟一次。`] : [];
      if (broken !== null)
        return refused(
          `日志从第 ${broken} 条起对不上：那一条，或者它前面的，被改过、删过。`,
          '请先留好这个数据库的备份，再查是谁动的。',
        );
      if (unlinked) return refused(`前 ${links} 条对得上，可是另有 ${unlinked} 条没有接上，也不在等。`, ...wait);
      return done(
        `日志 ${links} 条，一条接一条，都对得上。`,
        ...(head ? [`最后一条的指纹：${head}。记在别处，以后少了后面的也查得出来。`] : []),
        ...wait,
      );
    },
    'read',
  );
}
