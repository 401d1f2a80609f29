import { lengthOf, REASON } from '../../../../shared/kernel/text';
import { faultAt } from '../../platform/faults';
import { Field } from '../../ui/Field';

type Props = {
  label: string;
  placeholder?: string;
  value: string;
  error: Error | null;
  onInput: (reason: string) => void;
};

/** Why somebody does it; it is written down. */
export function ReasonField({ error, ...field }: Props) {
  return <Field maxLength={REASON[1]} fault={faultAt(error, 'reason')} {...field} />;
}

export function lacksReason(reason: string): boolean {
  return lengthOf(reason.trim()) < REASON[0];
}
