import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { enterSlip, openSlip, settleSlip, type slips } from '../../../../../shared/voting/contract';
import { DIFFERING } from '../../../../../shared/voting/slips/states';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { focusWhenDrawn } from '../../ui/focus';
import { Kbd } from '../../ui/Kbd';
import { toast } from '../../ui/Toast';
import { useKeys } from '../../ui/useKeys';
import { PhoneToo, type Refused, RefusedSlips } from './RefusedSlips';
import { SlipDifferences } from './SlipDifferences';
import { SlipGrid } from './SlipGrid';
import { SlipsWaiting } from './SlipsWaiting';
import { SpoilDialog } from './SpoilDialog';
import { SLIP_WORDS } from './slip-words';
import './Slips.css';

type Opened = Reply<typeof openSlip>;
type Props = { id: string } & Pick<Reply<typeof slips>, 'twice' | 'waiting'>;

/** A serial, which a scanner ends with Enter, then its answers, by keys alone; what does not go in is told why. */
export function SlipEntry({ id, twice, waiting }: Props) {
  const [slip, setSlip] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [spoiling, setSpoiling] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const work = useRef<HTMLElement>(null);
  const open = useAct(openSlip, ['voting']);
  const enter = useAct(enterSlip, ['voting']);
  const settle = useAct(settleSlip, ['voting']);
  const { error: unopened } = open;
  const error = unopened ?? enter.error ?? settle.error;
  const asked = useRef('');
  const done = (words: string) => {
    toast(words);
    setOpened(null);
    setSlip('');
  };
  const look = () => {
    asked.current = slip;
    void open.send({ id, slip }, setOpened);
  };
  const typing = opened && !DIFFERING.includes(opened.state);
  const again = () => setAttempt((before) => before + 1);
  const spoil = () => setSpoiling(true);
  useKeys({ escape: typing ? again : undefined, d: slip ? spoil : undefined });
  // Then the answers are typed, or the next serial, without reaching for the mouse.
  useEffect(() => {
    if (!opened) return focusWhenDrawn(work.current, 'form input');
    if (!DIFFERING.includes(opened.state)) return focusWhenDrawn(work.current, '.slip-grid input');
  }, [opened]);
  useEffect(() => {
    if (!(unopened instanceof ProblemError) || !unopened.code.startsWith('slip_')) return;
    // The next one is scanned or typed over it.
    work.current?.querySelector<HTMLInputElement>('form input')?.select();
    // Of what is scanned the serial alone, without what shows that it was printed here.
    const [serial = ''] = asked.current.split('.');
    setRefused((before) => [{ serial, why: unopened.message }, ...before.filter((one) => one.serial !== serial)]);
  }, [unopened]);
  return (
    <div className="slip-entry space-above-3">
      <section className="panel" aria-label="录一张" ref={work}>
        <div className="form-column">
          <form
            className="form-column"
            onSubmit={(event) => {
              event.preventDefault();
              if (slip) look();
            }}
          >
            <Field label="票号，扫码或者打" value={slip} maxLength={60} placeholder="BS-0463-2" onInput={setSlip} />
            <div className="row wrap">
              <Button disabled={!slip} busy={open.isPending && '正在看…'} onPress={look}>
                打开这张 <Kbd>↵</Kbd>
              </Button>
              {opened && (
                <span className="text-ok">
                  <Icon name="check" /> 这次评议的，校验位对，还没进票箱
                </span>
              )}
            </div>
          </form>
          {error && <Notice tone="late">{sayFault(error)}</Notice>}
          {opened && typing && (
            <SlipGrid
              key={`${opened.serial} ${opened.pass} ${attempt}`}
              questions={opened.questions}
              subjects={opened.subjects}
              busy={enter.isPending}
              onAgain={again}
              onSpoil={spoil}
              onSave={(sheets, atTable) =>
                enter.send(
                  { id, slip: opened.serial, sheets, ...(atTable ? { atTable } : {}) },
                  ({ state, differences }) =>
                    DIFFERING.includes(state)
                      ? setOpened({ ...opened, state, differences })
                      : done(`${opened.serial} ${SLIP_WORDS[state]}`),
                )
              }
            />
          )}
          {opened && !typing && (
            <SlipDifferences
              {...opened}
              busy={settle.isPending}
              onChoose={(use) =>
                settle.send({ id, slip: opened.serial, use }, ({ state }) =>
                  done(`${opened.serial} ${SLIP_WORDS[state]}`),
                )
              }
            />
          )}
          {slip && (
            <div className="row wrap">
              <Button kind="line" onPress={spoil}>
                作废 {opened && <Kbd>D</Kbd>}
              </Button>
              {typing && (
                <span className="note keys-note" aria-hidden="true">
                  <Kbd>Tab</Kbd> 下一格　<Kbd>⇧</Kbd> <Kbd>Tab</Kbd> 上一格　<Kbd>Esc</Kbd> 这张重来
                </span>
              )}
            </div>
          )}
        </div>
      </section>
      <div className="stack slip-entry-list">
        <section className="panel" aria-label="这一遍">
          <h2 className="heading">这一遍</h2>
          <p className="secondary">{opened ? sayPass(opened, twice) : '先扫一张，或者打票号。'}</p>
        </section>
        <SlipsWaiting waiting={waiting} twice={twice} at={opened?.serial} />
      </div>
      <div className="stack">
        <RefusedSlips refused={refused} />
        <PhoneToo />
      </div>
      {spoiling && (
        <SpoilDialog id={id} slip={opened?.serial ?? slip} onDone={done} onClose={() => setSpoiling(false)} />
      )}
    </div>
  );
}

function sayPass({ pass, firstBy, stationName }: Opened, twice: boolean): string {
  if (pass === 3) return `${stationName}，第三个人录，录了就定`;
  if (pass === 2) return `${stationName}，第二遍。第一遍是${firstBy ?? '别人'}录的，您看不到录了什么，照着纸票录就行。`;
  return twice ? `${stationName}，第一遍` : `${stationName}，录一遍`;
}
