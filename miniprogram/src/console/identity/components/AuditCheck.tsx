import { useState } from 'react';
import { checkAudit } from '../../../../../shared/identity/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useOnce } from '../../../platform/act';
import { call } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';

type Checked = Reply<typeof checkAudit>;

/** Whether the log is as it was written, gone through when somebody asks. */
export function AuditCheck() {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { busy, once } = useOnce((error) => setFault(sayFault(error)));
  const check = () =>
    once(async () => {
      setFault(null);
      setChecked(null);
      setChecked(await call(checkAudit, {}));
    });
  return (
    <section className="space-above-5" aria-label="改不了，删不掉">
      <h2 className="heading">改不了，删不掉</h2>
      <p className="secondary">
        每一条都带着前一条的指纹。少一条、改一个字，后面全对不上。看过电话的，本人都会收到一条，写明谁、为什么。
      </p>
      {checked && (
        <div className="space-above-3">
          <Result checked={checked} />
        </div>
      )}
      {fault && (
        <div className="space-above-3">
          <Notice tone="wait">{fault}</Notice>
        </div>
      )}
      <div className="space-above-3">
        <Button kind="line" busy={busy && '正在对…'} onPress={() => void check()}>
          从头对一遍
        </Button>
      </div>
    </section>
  );
}

function Result({ checked: { links, waiting, head, broken, unlinked } }: { checked: Checked }) {
  if (broken !== null)
    return (
      <Notice tone="late">{`从第 ${broken} 条起对不上：那一条，或者它前面的，被改过、删过。请马上告诉管机器的人。`}</Notice>
    );
  if (unlinked > 0)
    return <Notice tone="late">{`另有 ${unlinked} 条没有接上，也不在等。请马上告诉管机器的人。`}</Notice>;
  return (
    <Notice tone="ok">
      <span className="block">{`${links} 条，一条接一条，都对得上。${waiting ? `还有 ${waiting} 条等着接上，一分钟一次。` : ''}`}</span>
      {head && (
        <span className="block audit-head">{`最后一条的指纹：${head}。抄在别处，以后少了后面的也查得出来。`}</span>
      )}
    </Notice>
  );
}
