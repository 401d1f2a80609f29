import { useState } from 'react';
import { refuse } from '../../../../../shared/voting/contract';
import { type Span, STAND_INS } from '../../../../../shared/voting/spans';
import { REFUSALS, type Refusal } from '../../../../../shared/voting/states';
import { useAct } from '../../../platform/act';
import { Choice } from '../../../ui/Choice';
import { Segment } from '../../../ui/Segment';
import { WordArea } from '../../../ui/WordArea';
import { Dialog } from '../../ui/Dialog';
import { type Item, REFUSAL_WORDS, takeOut } from './screening';

type TakeOut = { item: Item; spans: readonly Span[]; onTake: (spans: Span[]) => void; onClose: () => void };

/** What somebody chose of the words with the mouse or a finger. */
const chosenText = () => String(window.getSelection() ?? '').trim();

/** One more place: what was chosen on the page, or typed as it stands there. */
export function TakeOutDialog({ item, spans, onTake, onClose }: TakeOut) {
  const words = item.words ?? '';
  const [letters, setLetters] = useState(() => (words.includes(chosenText()) ? chosenText() : ''));
  const [as, setAs] = useState<Span['as']>('');
  const next = takeOut(words, spans, letters.trim(), as);
  return (
    <Dialog
      title="再去掉一处"
      sub={words}
      main="去掉"
      why={letters.trim() ? (next ? null : '原话里没有这几个字。') : '先写要去掉的字，或者先在原话里选好。'}
      foot="只能去掉，不能改意思。"
      onClose={onClose}
      onMain={() => {
        if (next) onTake(next);
        onClose();
      }}
    >
      <WordArea label="要去掉的字，照原话写" maxLength={100} value={letters} onInput={setLetters} />
      <div className="space-above-3">
        <Segment
          label="原来的地方写什么"
          options={STAND_INS.map((value) => ({ value, words: value || '什么都不写' }))}
          value={as}
          onChoose={setAs}
        />
      </div>
    </Dialog>
  );
}

type Refuse = { id: string; item: Item; onDone: () => void; onClose: () => void };

export function RefuseDialog({ id, item, onDone, onClose }: Refuse) {
  const [reason, setReason] = useState<Refusal | null>(null);
  const { send, isPending, error } = useAct(refuse, ['voting.words']);
  return (
    <Dialog
      title="不放"
      sub={item.words ?? item.shown ?? ''}
      main="不放"
      busy={isPending && '正在记…'}
      why={reason ? null : '先选为什么。'}
      error={error}
      foot="不放的也留着，写明为什么。公开栏上写不放了几句。"
      onClose={onClose}
      onMain={() =>
        reason &&
        send({ id, word: item.id, version: item.version, reason }, () => {
          onDone();
          onClose();
        })
      }
    >
      <Choice
        label="为什么不放"
        options={REFUSALS.map((value) => ({ value, ...REFUSAL_WORDS[value] }))}
        value={reason}
        onChoose={setReason}
      />
    </Dialog>
  );
}
