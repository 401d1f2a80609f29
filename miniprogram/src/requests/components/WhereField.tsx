import { LENGTHS } from '../../../../shared/requests/limits';
import { Field } from '../../ui/Field';

type Props = { value: string | undefined; fault?: string | null; onInput: (where: string) => void };

/** The spot in words; whoever can't say it leaves it empty. */
export function WhereField({ value = '', fault, onInput }: Props) {
  return (
    <Field
      label="什么地方（可不填）"
      placeholder="比如：村口，文化礼堂往东"
      maxLength={LENGTHS.where[1]}
      value={value}
      fault={fault}
      onInput={onInput}
    />
  );
}
