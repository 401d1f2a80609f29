import { useState } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { screen, type words } from '../../../../../shared/voting/contract';
import { SCREENERS } from '../../../../../shared/voting/limits';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { Notice } from '../../../ui/Notice';
import { Scroll } from './Scroll';
import './Screening.scss';

type Screener = Reply<typeof words>['screeners'][number];

/** Who is not one of the two reads nothing, and may take a place that is free, or that of one of them. */
export function Seats({ id, screeners }: { id: string; screeners: readonly Screener[] }) {
  const sit = useAct(screen, ['voting.words']);
  const [instead, setInstead] = useState<string | null>(null);
  const full = screeners.length >= SCREENERS;
  return (
    <Scroll className="screening-seats" label="写的话">
      <section className="panel" aria-label="两个人看">
        <h2 className="heading">写的话，只有审的两个人看</h2>
        <p className="secondary space-above-2">
          一人标要去掉的，另一人放行，不能是同一个人。别的人都看不到，部门也看不到。
        </p>
        <div className="space-above-3">
          {full ? (
            <Choice
              label="替下谁"
              options={screeners.map(({ id, name }) => ({
                value: id,
                words: `替下${name ?? '没写名字的那位'}`,
                note: '替下的人从此看不到',
              }))}
              value={instead}
              onChoose={setInstead}
            />
          ) : (
            <p>{screeners.length ? `${screeners[0]?.name ?? '一位'}已经在审，还差一位。` : '还没有人来审。'}</p>
          )}
        </div>
        {sit.error && <Notice tone="late">{sayFault(sit.error)}</Notice>}
        <div className="row space-above-3">
          <Button
            busy={sit.isPending && '正在记…'}
            disabled={full && !instead}
            onPress={() => sit.send({ id, ...(instead ? { instead } : {}) })}
          >
            我来审
          </Button>
        </div>
      </section>
    </Scroll>
  );
}
