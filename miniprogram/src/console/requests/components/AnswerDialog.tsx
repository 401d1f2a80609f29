import { useRef, useState } from 'react';
import { type Assignment, answer } from '../../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../../shared/assignments/limits';
import { willSay } from '../../../../../shared/assignments/part/words';
import { RESULT_CLASSES, type ResultClass } from '../../../../../shared/assignments/values';
import { CLASS_WORDS, sayClass } from '../../../../../shared/assignments/words';
import { lengthOf } from '../../../../../shared/kernel/text';
import { MOST_PROMISES } from '../../../../../shared/promises/limits';
import { faultAt } from '../../../platform/faults';
import type { Picture } from '../../../platform/pictures';
import { sayDay } from '../../../platform/say';
import { usePictureForm } from '../../../platform/usePictureForm';
import { leastOf, rowsFor } from '../../../ui/answer-rows';
import { Choice } from '../../../ui/Choice';
import { PhotoPicker } from '../../../ui/PhotoPicker';
import { NO_PROMISE, type PromiseRow, PromiseRows, promisedIn, whyNoPromises } from '../../../ui/PromiseRows';
import { SaidLines } from '../../../ui/Together';
import { Dialog } from '../../ui/Dialog';
import { Kbd } from '../../ui/Kbd';
import { Labelled } from '../../ui/Labelled';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import type { AssignedProps } from './assigned-props';
import { usePhrases } from './Phrases';

type Written = { resultClass: ResultClass | null; words: string; rows: PromiseRow[]; pictures: Picture[] };

const OPTIONS = RESULT_CLASSES.map((value) => ({
  value,
  words: `${value}　${CLASS_WORDS[value].says}`,
  note: CLASS_WORDS[value].asks,
}));

/** 答复: how far the department says it is, in words and with pictures. It is kept on the computer until it is sent. */
export function AnswerDialog({ assignment, request, onClose }: AssignedProps) {
  const { id, version } = assignment;
  const form = usePictureForm<Written>(
    `department-answer.${id}`,
    { resultClass: null, words: '', rows: [], pictures: [] },
    { refreshes: ['assignments', 'requests'] },
  );
  const { resultClass, words, pictures } = form.value;
  // A draft of yesterday has none.
  const { rows = [] } = form.value;
  const written = { ...form.value, rows };
  const box = useRef<HTMLDivElement>(null);
  const addRow = () => {
    if (rows.length >= MOST_PROMISES) return;
    form.change({ rows: [...rows, NO_PROMISE] });
    // Once it is there.
    setTimeout(() => [...(box.current?.querySelectorAll<HTMLElement>('.promise-words input') ?? [])].at(-1)?.focus());
  };
  const [adding, setAdding] = useState(false);
  const { toggle, field } = usePhrases({ assignmentId: id, words, onWords: (next) => form.change({ words: next }) });
  const send = () =>
    resultClass &&
    form.send(
      answer,
      (ids) => ({
        id,
        version,
        resultClass,
        words,
        promises: promisedIn(rows),
        ...(ids.length ? { pictures: ids } : {}),
      }),
      () => {
        toast('答复送给居民了');
        onClose();
      },
    );
  return (
    <Dialog
      wide
      title="答居民"
      sub="您说的，和居民说的，分开放。解没解决，居民来说。"
      main="送给居民"
      busy={form.isPending && '正在送…'}
      why={whyNot(written, adding)}
      keys={{ p: addRow, l: toggle }}
      error={form.error}
      foot="送出去不能改。没送的，草稿留在这台电脑上。"
      onClose={onClose}
      onMain={send}
    >
      <div className="dialog-columns">
        <div className="form-column" ref={box}>
          <Labelled label="办得怎样，自己定一类">
            <Choice
              label="办得怎样，自己定一类"
              options={OPTIONS}
              value={resultClass}
              onChoose={(next) => form.change({ resultClass: next, rows: rowsFor(next, rows) })}
            />
          </Labelled>
          <WordField
            label="跟居民说"
            placeholder={resultClass ? CLASS_WORDS[resultClass].asks : '做了什么，还差什么，什么时候好'}
            maxLength={LENGTHS.answer[1]}
            value={words}
            fault={faultAt(form.error, 'words')}
            onInput={(next) => form.change({ words: next })}
          />
          {field}
          <Labelled label="答应的事（到日子会问您，也会问居民）">
            <PromiseRows
              rows={rows}
              least={leastOf(resultClass)}
              placeholder="文化礼堂旁换一根新灯杆，灯亮"
              error={form.error}
              aside={
                <>
                  {' '}
                  <Kbd>P</Kbd>
                </>
              }
              onChange={(next) => form.change({ rows: next })}
            />
          </Labelled>
          <Labelled label="照片（可不加，居民看得到）">
            <PhotoPicker pictures={pictures} onChange={form.changePictures} onBusy={setAdding} />
          </Labelled>
        </div>
        <Seen {...written} parts={assignment.parts} name={assignment.departmentName} on={sayDay(request.today)} />
      </div>
    </Dialog>
  );
}

/** Why it can't be sent yet. */
function whyNot({ resultClass, words, rows }: Written, adding: boolean): string | null {
  const [least] = LENGTHS.answer;
  if (!resultClass) return '先定一类。';
  if (lengthOf(words.trim()) < least) return `写清楚一点，至少 ${least} 个字。`;
  return whyNoPromises(rows) ?? (adding ? '照片在放进来…' : null);
}

/** What the resident will see of it, and what comes then. */
function Seen({
  resultClass,
  words,
  rows,
  pictures,
  parts,
  name,
  on,
}: Written & { parts: Assignment['parts']; name: string; on: string }) {
  const last = rows
    .flatMap(({ dueOn }) => dueOn ?? [])
    .sort()
    .at(-1);
  return (
    <section className="preview">
      <p className="heading">居民看到的</p>
      <div className="panel space-above-2">
        <p className="note">{on}</p>
        <p>
          <b>{`${name}答您了`}</b>
        </p>
        <p className="secondary">{`部门自己说：${resultClass ? sayClass(resultClass) : '还没定'}`}</p>
        <p className="panel-words space-above-2" dir="auto">
          {words.trim() || '……'}
        </p>
        {pictures.length > 0 && <p className="note space-above-2">{`照片 ${pictures.length} 张`}</p>}
        <SaidLines said={willSay(parts)} />
      </div>
      {rows.length > 0 && (
        <div className="panel space-above-2">
          <p className="note">它答应的事</p>
          {rows.map(({ words: what, dueOn }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are sent
            <p key={at} className="space-above-1">
              <b dir="auto">{what.trim() || '……'}</b>{' '}
              <span className="note">{dueOn ? `${sayDay(dueOn)}前` : '还没选日子'}</span>
            </p>
          ))}
        </div>
      )}
      <p className="heading space-above-4">送出去以后</p>
      <p className="secondary space-above-1">
        {`${last ? `${sayDay(last)}再问居民` : '请居民说'}解决了没有。他说没解决，就回到您这里重办。`}
      </p>
    </section>
  );
}
