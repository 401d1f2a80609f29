import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../../../../shared/voting/ballot';
import {
  countedQuestions,
  optionsOf,
  type Question,
  type Subject,
  takesWords,
} from '../../../../../shared/voting/definition';
import { shortQuestions } from '../../../../../shared/voting/labels';
import { LENGTHS } from '../../../../../shared/voting/limits';
import { Button } from '../../../ui/Button';
import { WordArea } from '../../../ui/WordArea';
import { Kbd } from '../../ui/Kbd';
import { Select } from '../../ui/Select';
import './Slips.css';
import './TurnoutTable.css';

type Props = {
  questions: Question[];
  subjects: readonly Subject[];
  busy: boolean;
  onAgain: () => void;
  onSpoil: () => void;
  onSave: (sheets: Sheet[], atTable: boolean) => void;
};

/** A digit for each answer: it goes to the next cell by itself; Ctrl and Enter saves, Esc begins anew. Nothing is chosen before. */
export function SlipGrid({ questions, subjects, busy, onAgain, onSpoil, onSave }: Props) {
  const counted = countedQuestions({ questions });
  const [given, setGiven] = useState<Record<string, string>>({});
  const [about, setAbout] = useState(subjects[0]?.id ?? '');
  const [words, setWords] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const at = (subject: string, question: number) => `${subject}/${question}`;
  const full = subjects.every(({ id }) => counted.every((_, question) => given[at(id, question)]));
  const save = (atTable: boolean) => {
    if (!full || busy) return;
    const sheets = subjects.map(({ id: subject }) => {
      const answers = counted.map((_, question) => given[at(subject, question)] ?? '0').join('');
      return { subject, answers, ...(words.trim() && subject === about ? { words } : {}) };
    });
    onSave(sheets, atTable);
  };
  useSaving(() => save(false));
  // Who scanned the slip types on without reaching for the mouse.
  useEffect(() => table.current?.querySelector('input')?.focus(), []);
  const type = (key: string, digit: string, most: number, cell: HTMLInputElement) => {
    const last = digit.slice(-1);
    if (!/^\d$/.test(last) || Number(last) > most) return;
    setGiven((before) => ({ ...before, [key]: last }));
    const cells = [...(table.current?.querySelectorAll('input') ?? [])];
    cells[cells.indexOf(cell) + 1]?.focus();
  };
  // A cell takes digits alone, so that letters are keys there too.
  const hear = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onAgain();
    if (key.toLowerCase() === 'd') onSpoil();
  };
  return (
    <>
      {legendOf(counted).map(({ words, options }) => (
        <p key={words} className="note slip-legend">
          {words || '按'}
          {[...options, '没填'].map((option, index) => (
            <span key={option} className="slip-key">
              <b className="slip-digit-key">{index === options.length ? 0 : index + 1}</b> {option}
            </span>
          ))}
        </p>
      ))}
      <table className="turnout slip-grid" ref={table} onKeyDown={hear}>
        <thead>
          <tr>
            <td />
            {shortQuestions(counted).map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {counted.map((question, index) => (
                <td key={question.words}>
                  <input
                    className="field-input"
                    size={2}
                    inputMode="numeric"
                    aria-label={`${name}，${question.words}`}
                    value={given[at(id, index)] ?? ''}
                    onFocus={({ target }) => target.select()}
                    onChange={({ target }) => type(at(id, index), target.value, optionsOf(question).length, target)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {takesWords({ questions }) && (
        <>
          <Select
            label="写的话是说哪个部门"
            value={about}
            options={subjects.map(({ id, name }) => ({ value: id, words: name }))}
            onChoose={setAbout}
          />
          <p className="field-label" aria-hidden="true">
            写了字的，照原样打，字认不出打 □
          </p>
          <WordArea
            label="写了字的，照原样打，字认不出打 □"
            value={words}
            maxLength={LENGTHS.words[1]}
            short
            onInput={setWords}
          />
        </>
      )}
      <div className="row wrap">
        <Button disabled={!full} busy={busy && '正在录…'} onPress={() => save(false)}>
          这张录好 <Kbd>Ctrl ↵</Kbd>
        </Button>
        <Button kind="line" disabled={!full || busy} onPress={() => save(true)}>
          当面问的，录好
        </Button>
        <span className="note">当面问、代填的录一遍就算，结果里和纸票分开。</span>
      </div>
    </>
  );
}

/** What each digit stands for: once, where all questions are answered alike. */
function legendOf(questions: readonly Question[]): { words: string; options: readonly string[] }[] {
  const all = questions.map((question) => ({ words: question.words, options: optionsOf(question) }));
  const alike = new Set(all.map(({ options }) => options.join())).size === 1;
  return alike ? all.slice(0, 1).map(({ options }) => ({ words: '', options })) : all;
}

/** Ctrl and Enter, wherever the cursor is. */
function useSaving(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
