import type { Day } from '../../../../../shared/kernel/days';
import { answerHigher, type RequestPage, tellHigher } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { CARRIED, type Carried } from '../../../../../shared/requests/states';
import { CARRIED_WORDS } from '../../../../../shared/requests/words';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { DayField } from '../../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { newestOf } from './words';

type Props = { request: RequestPage; onClose: () => void };

function useCarried({ request: { id, round, today } }: Props, what: string) {
  return useForm<{ by: Carried | null; on: Day | null; words: string }>(
    `${what}.${id}.${round}`,
    { by: null, on: today, words: '' },
    { refreshes: ['requests'] },
  );
}

/** On which day, and how, the station spoke with a deputy who has no account. */
function HowAndWhen({ request, form }: { request: RequestPage; form: ReturnType<typeof useCarried> }) {
  const { by, on } = form.value;
  return (
    <>
      <Choice
        label="怎么说的"
        options={CARRIED.map((value) => ({ value, words: CARRIED_WORDS[value] }))}
        value={by}
        onChoose={(next) => form.change({ by: next })}
      />
      <div className="space-above-3">
        <DayField
          label="哪一天"
          value={on}
          first={request.submittedOn}
          last={request.today}
          fault={faultAt(form.error, 'on')}
          onChoose={(next) => form.change({ on: next })}
        />
      </div>
    </>
  );
}

/** It was brought to the deputy; the resident reads when and how. */
export function TellHigherDialog(props: Props) {
  const { request, onClose } = props;
  const form = useCarried(props, 'tellHigher');
  const { by, on } = form.value;
  return (
    <Dialog
      title="告诉上级代表"
      sub={request.title}
      main="记下"
      busy={form.isPending && '正在送…'}
      why={!by ? '先点怎么说的。' : on ? null : '写哪一天。'}
      error={form.error}
      foot={`居民会看到：告诉了${request.higherDeputy}`}
      onClose={onClose}
      onMain={() =>
        by &&
        on &&
        form.send(tellHigher, { id: request.id, seen: newestOf(request), by, on }, () => {
          toast(`告诉了${request.higherDeputy}，记下了`);
          onClose();
        })
      }
    >
      <HowAndWhen request={request} form={form} />
      <p className="note space-above-2">这位代表还没有用上连心站，话由站里带。日子照走。</p>
    </Dialog>
  );
}

/** What the deputy said is the answer: the resident is asked whether it is solved. */
export function AnswerHigherDialog(props: Props) {
  const { request, onClose } = props;
  const form = useCarried(props, 'answerHigher');
  const { by, on, words } = form.value;
  return (
    <Dialog
      title="上级代表答了"
      sub={request.title}
      main="告诉居民"
      busy={form.isPending && '正在送…'}
      why={!by ? '先点怎么说的。' : !on ? '写哪一天。' : lacksReason(words) ? '把代表的原话写下来，居民要看。' : null}
      error={form.error}
      foot="居民会看到这些话，再说解决了没有。您记了答复，就不能替居民说"
      onClose={onClose}
      onMain={() =>
        by &&
        on &&
        form.send(answerHigher, { id: request.id, seen: newestOf(request), by, on, words }, () => {
          toast('答复记下了，等居民说');
          onClose();
        })
      }
    >
      <HowAndWhen request={request} form={form} />
      <div className="space-above-3">
        <WordField
          short
          label={`${request.higherDeputy}怎么答的`}
          maxLength={LENGTHS.answer[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
      </div>
    </Dialog>
  );
}
