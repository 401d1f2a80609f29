import { correctContact, type RequestPage } from '../../../../shared/requests/contract';
import { useForm } from '../../platform/useForm';
import { phoneFault } from './form';

/** The phone of whom it was entered for, put right or (`send` with nothing) taken out, until they confirm. */
export function useContact({ id }: Pick<RequestPage, 'id'>) {
  const form = useForm(`contact.${id}`, { phone: '' }, { refreshes: ['requests'] });
  const { phone } = form.value;
  return {
    phone,
    write: (next: string) => form.change({ phone: next }),
    fault: phone.trim() ? phoneFault(phone) : '先写手机号。',
    error: form.error,
    busy: form.isPending,
    send: (given: string | undefined, then: () => void) => form.send(correctContact, { id, phone: given }, then),
  };
}
