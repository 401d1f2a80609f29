import Taro from '@tarojs/taro';
import { useState } from 'react';
import { prepareSecond, rectification } from '../../../../../shared/appraisals/rectification';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { STATES as OPINION_STATES } from '../../../../../shared/promises/opinion/states';
import { sayEvent, sayPromise } from '../../../../../shared/promises/words';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { CONSOLE_PAGES } from '../../ui/pages';
import { OpinionDialog, type Rectified } from './OpinionDialog';
import { Scroll } from './Scroll';
import { STATE_LOOKS } from './words';
import './Rectify.css';

type Rectification = Reply<typeof rectification>;

/** 整改: what each department was told and promised, and the vote that asks whether it got better. */
export function Rectify({ id }: { id: string }) {
  const { data, error, refetch } = useCall(rectification, { id });
  const [writing, setWriting] = useState<Rectified | null>(null);
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  return (
    <Scroll className="rectify" label="整改">
      <Second id={id} data={data} />
      {data.departments.map((one) => (
        <Department key={one.id} department={one} onWrite={() => setWriting(one)} />
      ))}
      {writing && <OpinionDialog id={id} department={writing} dueOn={data.dueOn} onClose={() => setWriting(null)} />}
    </Scroll>
  );
}

/** 变好了吗: prepared with one button, once something was promised. */
function Second({ id, data: { departments, second } }: { id: string; data: Rectification }) {
  const prepare = useAct(prepareSecond, ['appraisals']);
  const promised = departments.filter(({ promises }) => promises.length).length;
  const go = (next: string) => Taro.redirectTo({ url: `${CONSOLE_PAGES.appraisal}?id=${next}` });
  return (
    <section className="panel" aria-label="再问一次">
      <h2 className="heading">再问一次：变好了吗</h2>
      <p className="secondary">
        {second
          ? `${second.title}，${STATE_LOOKS[second.state].words}`
          : promised
            ? `${promised} 个部门答应了要改。问卷、部门和日子都替您填好，照样要三个人试、两个人开。谁都能答，不记名，谁以前评低没有人知道。`
            : '还没有部门答应改什么，先送评议意见。'}
      </p>
      {prepare.error && <Notice tone="wait">{sayFault(prepare.error)}</Notice>}
      {(second || promised > 0) && (
        <div className="space-above-3">
          <Button
            small
            busy={prepare.isPending && '正在准备…'}
            onPress={() => (second ? go(second.id) : prepare.send({ id }, (made) => go(made.id)))}
          >
            {second ? '去看这一次' : '准备再问一次'}
          </Button>
        </div>
      )}
    </section>
  );
}

function Department({ department, onWrite }: { department: Rectified; onWrite: () => void }) {
  const { name, opinion, promises } = department;
  const again = opinion?.acts.includes('ask_again');
  return (
    <section className="panel" aria-label={name}>
      <div className="row between wrap">
        <h2 className="heading">{name}</h2>
        {!opinion && (
          <Button small kind="second" label={`给${name}送评议意见`} onPress={onWrite}>
            送评议意见
          </Button>
        )}
        {again && (
          <Button small kind="line" label={`要${name}重新报告`} onPress={onWrite}>
            要求重新报告
          </Button>
        )}
      </div>
      {opinion ? (
        <>
          <p className="space-above-2">{opinion.words}</p>
          <p className={opinion.late ? 'text-late' : 'secondary'}>{sayOpinion(opinion)}</p>
          {opinion.events.map((event, at) =>
            event.words ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows at its end
              <p key={at} className="secondary">{`${sayEvent(event)}：${event.words}`}</p>
            ) : null,
          )}
        </>
      ) : (
        <p className="secondary">还没送评议意见。</p>
      )}
      {promises.length > 0 && (
        <ul className="rectify-promises space-above-3" aria-label={`${name}答应的事`}>
          {promises.map((one) => (
            <li key={one.id}>
              <b>{one.words}</b>
              <span className="secondary">{`${sayDay(one.dueOn)}前，${sayPromise(one)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayOpinion({ state, dueOn, late }: NonNullable<Rectified['opinion']>): string {
  if (!OPINION_STATES[state].department) return late ? `答了，迟了 ${late} 天` : '按时答了';
  return late ? `${sayDay(dueOn)}前要答，迟了 ${late} 天还没答` : `${sayDay(dueOn)}前要答`;
}
