import { useState } from 'react';
import { stations as listed } from '../../../../../shared/directory/contract';
import { bookPdf, makeBook, slipsSheet } from '../../../../../shared/voting/contract/office';
import { LIMITS } from '../../../../../shared/voting/limits';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { Kbd } from '../../ui/Kbd';
import { Select } from '../../ui/Select';
import { useKeys } from '../../ui/useKeys';

/** 印一本: its numbers are made first, then it is printed; the slips lie in an order of chance. */
export function PrintBook({ id }: { id: string }) {
  const places = useCall(listed, {}).data?.stations ?? [];
  const [station, setStation] = useState('');
  const [count, setCount] = useState('80');
  const [made, setMade] = useState<{ url: string; words: string } | null>(null);
  const book = useAct(makeBook, ['voting']);
  const print = useAct(bookPdf);
  const sheet = useAct(slipsSheet);
  const many = Number(count);
  const fits = Number.isInteger(many) && many >= 1 && many <= LIMITS.book;
  const start = () => {
    setMade(null);
    book.send({ id, stationId: station, count: many }, ({ book, first, last }) =>
      print.send({ book }, ({ url, pages }) =>
        setMade({ url, words: `${first} – ${last}，${pages} 页，A4 原样大小打印。` }),
      ),
    );
  };
  const exportSheet = () => sheet.send({ id }, ({ url }) => setMade({ url, words: '对账表做好了。' }));
  useKeys({
    p: () => document.querySelector<HTMLElement>('[aria-label="印一本"] select')?.focus(),
    e: exportSheet,
  });
  const error = book.error ?? print.error ?? sheet.error;
  return (
    <section className="panel" aria-label="印一本">
      <h2 className="heading">
        印一本 <Kbd>P</Kbd>
      </h2>
      <div className="form-column space-above-2">
        <Select
          label="哪个站"
          empty="请选一个站"
          value={station}
          options={places.map(({ id, name }) => ({ value: id, words: name }))}
          onChoose={setStation}
        />
        <Field label={`多少张，最多 ${LIMITS.book}`} value={count} maxLength={3} kind="number" onInput={setCount} />
        <p className="note">号是打乱了印的，裁开就能发，不用按次序。</p>
        <div className="row wrap">
          <Button
            disabled={!station || !fits}
            busy={(book.isPending && '正在编号…') || (print.isPending && '正在排版…')}
            onPress={start}
          >
            印一本
          </Button>
          <Button kind="line" busy={sheet.isPending && '正在做…'} onPress={exportSheet}>
            导出 .xlsx <Kbd>E</Kbd>
          </Button>
        </div>
        <div role="status">
          {error && <Notice tone="late">{sayFault(error)}</Notice>}
          {made && (
            <Notice tone="ok">
              <span className="block">{made.words}</span>
              <a className="open-link" href={made.url} target="_blank" rel="noopener noreferrer">
                打开
              </a>
            </Notice>
          )}
        </div>
      </div>
    </section>
  );
}
