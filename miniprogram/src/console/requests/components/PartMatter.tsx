import { useState } from 'react';
import { type PartLine, part as partProcedure } from '../../../../../shared/assignments/contract';
import { STATES } from '../../../../../shared/assignments/part/states';
import { GIVE_WORDS, KIND_WORDS, sayPart } from '../../../../../shared/assignments/part/words';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { follow, type RequestPage } from '../../../../../shared/requests/contract';
import { storyOf } from '../../../../../shared/requests/story';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { Button } from '../../../ui/Button';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';
import { Story } from '../../../ui/Story';
import { Tag } from '../../../ui/Tag';
import { PartLines } from '../../../ui/Together';
import { Kbd } from '../../ui/Kbd';
import { STEP_ASIDE, StepAsideButton, StepAsideDialog } from '../../ui/StepAsideDialog';
import { useKeys } from '../../ui/useKeys';
import { OfSuggestion } from './AssignedMatter';
import { Promised, WhatWasSaid } from './Detail';
import { MatterSteps } from './MatterSteps';
import { OpinionDialog } from './OpinionDialog';
import './Detail.css';
import './Matter.scss';
import '../../../requests/components/here.css';

type Steps = { onBack?: () => void; onStep: (by: 1 | -1) => void };

/** 协办: what the department does for the one that leads, beside the list: the matter as that one reads it, and what is to be said of it. */
export function PartMatter({ id, ...steps }: { id: string } & Steps) {
  const { data, error, refetch, dataUpdatedAt } = useCall(partProcedure, { id });
  const isCurrent = data !== undefined && STATES[data.state].current;
  const isSuggestion = data?.subject.context === 'suggestions';
  const read = useCall(follow, { id: data?.subject.id ?? '' }, { enabled: isCurrent && !isSuggestion });
  const failed = error && !data ? error : read.error && !read.data ? read.error : null;
  if (isSuggestion) return <OfSuggestion subject={data.subject.id} />;
  if (data && !isCurrent)
    return (
      <div className="matter-inside">
        <div className="matter-head-top">
          <span className="grow" />
          <MatterSteps {...steps} />
        </div>
        <State scene="empty" title={data.title} words={'不用您这里一起办了。\n事情和经过，这里不再显示。'} />
      </div>
    );
  if (!data || !read.data)
    return (
      <div className="frame-main">
        {failed ? (
          <ProblemPage error={failed} onRetry={() => (data ? read.refetch() : refetch())} />
        ) : (
          <Skeleton cards={3} />
        )}
      </div>
    );
  return (
    <>
      {[error, read.error].some((each) => each instanceof OfflineError) && <NetBar seenAt={dataUpdatedAt} />}
      <Shown part={data} request={read.data} steps={steps} />
    </>
  );
}

function Shown({ part, request, steps }: { part: PartLine; request: RequestPage; steps: Steps }) {
  const [writing, setWriting] = useState(false);
  const [aside, setAside] = useState(false);
  const own = request.viewer === 'resident' || request.viewer === 'entrant';
  const may = !own && (part.acts.includes('give') || part.acts.includes('change'));
  useKeys({
    ...(may ? { w: () => setWriting(true) } : {}),
    ...(own ? {} : { [STEP_ASIDE.key.toLowerCase()]: () => setAside(true) }),
  });
  const { kind, leadName, asks, words, late, askedOn } = part;
  return (
    <>
      <div className="matter-inside">
        <div className="matter-head">
          <div className="matter-head-top">
            <span className="note grow">
              {`编号 ${spellTrackingNumber(request.trackingNumber)} · ${sayDay(askedOn)}请来的`}
            </span>
            <MatterSteps {...steps} />
          </div>
          <h2 className="title space-above-1">{part.title}</h2>
          <div className="matter-tags">
            <Tag icon="pin">{request.villageName}</Tag>
            <Tag icon="mine">{CATEGORY_NAMES[request.category]}</Tag>
            <Tag icon="station" tone="accent">
              {`您是${KIND_WORDS[kind]}`}
            </Tag>
          </div>
        </div>
        <div className="matter-columns">
          <div className="matter-main">
            <WhatWasSaid request={request} />
            <section className="panel">
              <div className="matter-now">
                <h3 className={`heading ${STATES[part.state].owed ? 'here' : ''}`}>{`请您这里${KIND_WORDS[kind]}`}</h3>
                <span className={late ? 'text-late strong' : 'secondary'}>{sayPart(part)}</span>
              </div>
              {asks && (
                <p className="panel-words space-above-2" dir="auto">
                  {asks}
                </p>
              )}
              {words && (
                <>
                  <p className="note space-above-3">您这里说的</p>
                  <p className="panel-words" dir="auto">
                    {words}
                  </p>
                </>
              )}
              <p className="note space-above-2">{`${leadName}主办，由它答居民，答复里原样写您这一段。`}</p>
            </section>
            <Promised request={request} />
            <section className="panel">
              <h3 className="heading">经过</h3>
              <div className="space-above-3">
                <Story events={storyOf(request, 'department')} />
              </div>
            </section>
          </div>
          <aside className="matter-side" aria-label="谁能看到什么">
            <Notice tone="ok" icon="eye-off">
              <b>名字、电话，您这里没有</b>
              <p>只看得到事情和地方。事情里的人名也隐去了。</p>
            </Notice>
            <section className="panel">
              <h3 className="heading">谁一起办</h3>
              <p className="space-above-1">{`主办 ${leadName}`}</p>
              <PartLines parts={request.parts?.filter((one) => one.id !== part.id) ?? []} />
            </section>
          </aside>
        </div>
      </div>
      <footer className="matter-acts">
        {may && (
          <Button kind={words === null ? 'main' : 'line'} icon="pen" onPress={() => setWriting(true)}>
            {words === null ? GIVE_WORDS[kind].title : '改一改'} <Kbd>W</Kbd>
          </Button>
        )}
        {!own && <StepAsideButton onPress={() => setAside(true)} />}
        {own && <span className="note">这件事是您说的，或者您替人登记的，请同事来办。</span>}
      </footer>
      {aside && (
        <StepAsideDialog
          subject={{ context: 'requests', id: request.id }}
          title={part.title}
          onClose={() => setAside(false)}
        />
      )}
      {writing && <OpinionDialog part={part} onClose={() => setWriting(false)} />}
    </>
  );
}
