import { readReport } from '../../../../../shared/appraisals/contract';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import type { Shown, Which } from './report-shown';

const WORDS = { now: '看过', before: '看的是改之前的', no: '还没' } as const;

/** 谁看过: who read the report as it is now, and of those whose it is, who has not. */
export function ReportReaders({ which, shown: { readers, version } }: { which: Which; shown: Shown }) {
  const act = useAct(readReport, ['appraisals.report']);
  const mine = readers.find(({ me }) => me)?.read;
  return (
    <section className="panel" aria-label="谁看过">
      <h3 className="heading">谁看过</h3>
      <ul className="report-readers">
        {readers.map(({ name, read }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
          <li key={at} className="row between">
            <span>{name ?? '没写名字的'}</span>
            <span className={read === 'now' ? 'text-ok' : 'note'}>
              {read === 'now' && <Icon name="check" />} {WORDS[read]}
            </span>
          </li>
        ))}
      </ul>
      {act.error && <Notice tone="late">{sayFault(act.error)}</Notice>}
      {mine !== 'now' && (
        <div className="row space-above-2">
          <Button kind="second" small busy={act.isPending && '正在记…'} onPress={() => act.send({ ...which, version })}>
            我看过了
          </Button>
        </div>
      )}
    </section>
  );
}
