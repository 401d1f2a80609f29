import type { checkWorkbook } from '../../../../../shared/directory/contract/office';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';

type Ending = Reply<typeof checkWorkbook>['ending'];

/** True when nothing has to be typed, or the number was. */
export function isTyped({ terms, confirm }: Ending, typed: string): boolean {
  return !confirm || typed.normalize('NFKC').trim() === String(terms);
}

/** More than a tenth of those who serve would not any more: said, and the number asked for, before anything is done. */
export function ManyEnd({ ending, typed, onType }: { ending: Ending; typed: string; onType: (typed: string) => void }) {
  const { terms, running, confirm } = ending;
  if (!confirm) return null;
  return (
    <div className="form-column space-above-3">
      <Notice tone="late">
        {`现在在任的 ${running} 个任期，有 ${terms} 个会从今天起结束，超过了十分之一。要是没想这样，多半是代表编号变了，或者少了几行，请先关掉去看表格。`}
      </Notice>
      <Field label={`真要结束，请写上个数：${terms}`} kind="number" maxLength={6} value={typed} onInput={onType} />
    </div>
  );
}
