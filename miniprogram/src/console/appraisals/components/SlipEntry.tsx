import { useState } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { enterSlip, openSlip, settleSlip, spoilSlip } from '../../../../../shared/voting/contract';
import { DIFFERING, SPOILT } from '../../../../../shared/voting/slips/states';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { Kbd } from '../../ui/Kbd';
import { toast } from '../../ui/Toast';
import { SlipDifferences } from './SlipDifferences';
import { SlipGrid } from './SlipGrid';
import { SLIP_WORDS } from './slip-words';

type Opened = Reply<typeof openSlip>;

/** A serial, which a scanner ends with Enter, then its answers; what does not go in is told why. */
export function SlipEntry({ id, twice }: { id: string; twice: boolean }) {
  const [slip, setSlip] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [reason, setReason] = useState('');
  const open = useAct(openSlip, ['voting']);
  const enter = useAct(enterSlip, ['voting']);
  const settle = useAct(settleSlip, ['voting']);
  const spoil = useAct(spoilSlip, ['voting']);
  const done = (words: string) => {
    toast(words);
    setOpened(null);
    setSlip('');
    setReason('');
  };
  const look = () => open.send({ id, slip }, setOpened);
  const error = open.error ?? enter.error ?? settle.error ?? spoil.error;
  return (
    <section className="panel" aria-label="录一张">
      <div className="form-column">
        <form
          className="form-column"
          onSubmit={(event) => {
            event.preventDefault();
            if (slip) void look();
          }}
        >
          <Field label="票号，扫码或者打" value={slip} maxLength={60} placeholder="BS-0463-2" onInput={setSlip} />
          <div className="row wrap">
            <Button disabled={!slip} busy={open.isPending && '正在看…'} onPress={look}>
              打开这张 <Kbd>↵</Kbd>
            </Button>
            {opened && <span className="secondary">{sayPass(opened, twice)}</span>}
          </div>
        </form>
        {error && <Notice tone="late">{sayFault(error)}</Notice>}
        {opened && !DIFFERING.includes(opened.state) && (
          <SlipGrid
            key={`${opened.serial} ${opened.pass}`}
            questions={opened.questions}
            subjects={opened.subjects}
            busy={enter.isPending}
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
        {opened && DIFFERING.includes(opened.state) && (
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
          <>
            <Field label="作废的，写上为什么" value={reason} maxLength={40} onInput={setReason} />
            <Button
              kind="line"
              disabled={!reason}
              busy={spoil.isPending && '正在记…'}
              onPress={() =>
                spoil.send({ id, slip, reason, handedOut: true }, ({ state }) =>
                  done(SPOILT.includes(state) ? '作废了，夹回本子里' : '记下了，请另一位再点一次作废'),
                )
              }
            >
              作废
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function sayPass({ pass, firstBy, stationName }: Opened, twice: boolean): string {
  if (pass === 3) return `${stationName}，第三个人录，录了就定`;
  if (pass === 2) return `${stationName}，第二遍。第一遍是${firstBy ?? '别人'}录的，您看不到录了什么`;
  return twice ? `${stationName}，第一遍` : `${stationName}，录一遍`;
}
