import { useState } from 'react';
import { dayOf } from '../../../../../shared/kernel/days';
import { publishWords } from '../../../../../shared/voting/contract';
import { ORIGINALS_DAYS } from '../../../../../shared/voting/limits';
import { REFUSALS, UNDECIDED } from '../../../../../shared/voting/states';
import { useAct } from '../../../platform/act';
import { useCountyKind } from '../../../platform/kind';
import { sayDay } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import { Scroll } from './Scroll';
import { type Head, REFUSAL_WORDS } from './screening';

const GOES = ['名字、电话、车牌、门牌', '一听就知道是谁的：独一户、职务、病', '被说的人的名字，除非是公职'];

/** What goes, what is refused, who the two are, and the one act that publishes all of it. */
export function ScreeningSide({ id, head }: { id: string; head: Head }) {
  const kind = useCountyKind();
  const { threshold, screeners } = head;
  return (
    <Scroll className="stack screening-side" label="怎么审">
      <section className="panel" aria-label="去掉这些">
        <h2 className="heading">去掉这些</h2>
        <ul className="space-above-2">
          {GOES.map((words) => (
            <li key={words} className="row">
              <Icon name="eye-off" />
              <span>{words}</span>
            </li>
          ))}
        </ul>
        <p className="note space-above-2">机器先标，人来定。只能去掉，不能改意思。</p>
      </section>
      <section className="panel" aria-label="这三种不放">
        <h2 className="heading">这三种不放</h2>
        <ul className="space-above-2">
          {REFUSALS.map((why) => (
            <li key={why} className="row">
              <Icon name="x-circle" className="text-late" />
              <span>{`${REFUSAL_WORDS[why].words}：${REFUSAL_WORDS[why].note}`}</span>
            </li>
          ))}
        </ul>
        <p className="note space-above-2">不放的也留着，写明为什么。</p>
      </section>
      <section className="panel" aria-label="两个人看">
        <h2 className="heading">两个人看</h2>
        <p className="secondary">一人标，一人放行，不能是同一个人。</p>
        <dl className="screening-rules space-above-2">
          <dt>谁来审</dt>
          <dd>
            {screeners.map(({ id, name, me, since }) => (
              <span key={id} className="block">
                {`${name ?? '没写名字'}${me ? '（您）' : ''}，${sayDay(dayOf(new Date(since)))}起`}
              </span>
            ))}
            {screeners.length < 2 && <span className="block">还差一位</span>}
          </dd>
          <dt>哪个站</dt>
          <dd>{`不到 ${threshold} 句的站，只写“全${kind}”`}</dd>
          <dt>日期</dt>
          <dd>不写，次序也打乱</dd>
          <dt>要办的</dt>
          <dd>找不到本人了。公开栏写一句：想办的，请另说一件</dd>
        </dl>
        <Publish id={id} head={head} />
      </section>
    </Scroll>
  );
}

function Publish({ id, head }: { id: string; head: Head }) {
  const [asking, setAsking] = useState(false);
  const { send, isPending, error } = useAct(publishWords, ['voting.words', 'voting.said']);
  const { publishedOn, forgottenOn, resultsPublished, counts } = head;
  const waiting = UNDECIDED.reduce((sum, state) => sum + counts[state], 0);
  if (publishedOn)
    return (
      <Notice icon="check" tone="ok">
        {`${sayDay(publishedOn)}一次公布了，部门也是那天才看到。原话 ${forgottenOn ? sayDay(forgottenOn) : ''}删掉。`}
      </Notice>
    );
  const why = waiting ? `还有 ${waiting} 句没定。` : resultsPublished ? null : '要等结果公布了才能公布。';
  return (
    <div className="space-above-3">
      <Notice icon="clock">一次公布，部门也那天才看到，看不出谁先谁后。</Notice>
      <div className="row wrap space-above-2">
        <Button disabled={why !== null} onPress={() => setAsking(true)}>
          一次公布
        </Button>
        {why && <span className="note">{why}</span>}
      </div>
      {asking && (
        <Dialog
          title="一次公布写的话"
          main="公布"
          busy={isPending && '正在公布…'}
          error={error}
          foot={`原话 ${ORIGINALS_DAYS} 天后删掉，公布的留着。`}
          onClose={() => setAsking(false)}
          onMain={() =>
            send({ id }, () => {
              toast('公布了');
              setAsking(false);
            })
          }
        >
          <p>{`放行的 ${counts.released} 句，所有人今天就看得到，部门也一样。公布以后不能再改，只能撤下。`}</p>
        </Dialog>
      )}
    </div>
  );
}
