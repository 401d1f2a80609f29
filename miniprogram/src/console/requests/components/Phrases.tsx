import { type ReactNode, useState } from 'react';
import { dropPhrase, keepPhrase, type Phrase, phrases } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { lengthOf } from '../../../../../shared/kernel/text';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Press } from '../../../ui/Press';
import { Kbd } from '../../ui/Kbd';
import './Phrases.css';

type Field = { assignmentId: string; words: string; onWords: (words: string) => void };

/** 常用的话 of the department under what is written, opened by `toggle`: pressed, one is put behind it, to go on from there; what is written can be kept as one. */
export function usePhrases({ assignmentId, words, onWords }: Field): { toggle: () => void; field: ReactNode } {
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen((now) => !now);
  const put = (phrase: string) => {
    onWords([words.trimEnd(), phrase].filter(Boolean).join('\n'));
    setOpen(false);
  };
  const field = (
    <div>
      <Button small kind="text" onPress={toggle}>
        {open ? '收起常用的话' : '常用的话'} <Kbd>L</Kbd>
      </Button>
      {open && <Kept assignmentId={assignmentId} words={words} onPut={put} />}
    </div>
  );
  return { toggle, field };
}

const REFRESHES = ['assignments.phrases'];

function Kept({ assignmentId: id, words, onPut }: Omit<Field, 'onWords'> & { onPut: (phrase: string) => void }) {
  const { data, error } = useCall(phrases, { id });
  const keeping = useAct(keepPhrase, REFRESHES);
  const dropping = useAct(dropPhrase, REFRESHES);
  const fault = error ?? keeping.error ?? dropping.error;
  const items = data?.items ?? [];
  return (
    <div className="panel">
      {fault && <Notice tone="late">{sayFault(fault)}</Notice>}
      {data && !items.length && <p className="note">还没有。写好一段存下来，本部门的人都能用。</p>}
      <ul className="phrases">
        {items.map((one) => (
          <li key={one.id}>
            <Press className="phrase grow" onPress={() => onPut(one.words)}>
              <span dir="auto">{one.words}</span>
            </Press>
            <Button
              small
              kind="text"
              label={`去掉：${one.words}`}
              busy={dropping.isPending && '正在去掉…'}
              onPress={() => dropping.send({ id, phrase: one.id })}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      {data && (
        <Keep words={words.trim()} items={items} busy={keeping.isPending} onKeep={() => keeping.send({ id, words })} />
      )}
    </div>
  );
}

type KeepProps = { words: string; items: readonly Phrase[]; busy: boolean; onKeep: () => void };

function Keep({ words, items, busy, onKeep }: KeepProps) {
  const [least, most] = LENGTHS.phrase;
  const length = lengthOf(words);
  if (length < least || items.some((one) => one.words === words)) return null;
  if (length > most) return <p className="note">{`写的这段超过 ${most} 个字，存不成常用的话。`}</p>;
  return (
    <div className="space-above-2">
      <Button small kind="line" busy={busy && '正在存…'} onPress={onKeep}>
        把写的这段存下来
      </Button>
    </div>
  );
}
