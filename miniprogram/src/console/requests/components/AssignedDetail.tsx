import type { ReactNode } from 'react';
import type { Assignment } from '../../../../../shared/assignments/contract';
import { OWED } from '../../../../../shared/assignments/states';
import { STATE_WORDS, sayAsked } from '../../../../../shared/assignments/words';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import type { RequestPage } from '../../../../../shared/requests/contract';
import { ENDED, isIn } from '../../../../../shared/requests/states';
import { storyOf } from '../../../../../shared/requests/story';
import { CATEGORY_NAMES, END_WORDS } from '../../../../../shared/requests/words';
import { sayDay } from '../../../platform/say';
import { DayTrack } from '../../../ui/DayTrack';
import { Notice } from '../../../ui/Notice';
import { Story } from '../../../ui/Story';
import { Tag } from '../../../ui/Tag';
import { isNew } from './assigned-words';
import { Promised, Together, WhatWasSaid } from './Detail';
import { MergedWith } from './MergedWith';
import { sayLast } from './words';
import './Detail.css';
import '../../../requests/components/here.css';

type Props = { assignment: Assignment; request: RequestPage };

/** All of a matter that the department may know. Who its resident is is never among it. */
export function AssignedDetail({ assignment, request, head }: Props & { head: ReactNode }) {
  const { title, trackingNumber, villageName, category } = request;
  const given = `编号 ${spellTrackingNumber(trackingNumber)} · ${sayDay(assignment.assignedOn)}分来`;
  return (
    <>
      <div className="matter-head">
        <div className="matter-head-top">
          <span className="note grow">{given}</span>
          {head}
        </div>
        <h2 className="title space-above-1">{title}</h2>
        <div className="matter-tags">
          <Tag icon="pin">{villageName}</Tag>
          <Tag icon="mine">{CATEGORY_NAMES[category]}</Tag>
          {assignment.final && (
            <Tag icon="station" tone="accent">
              人大办定的
            </Tag>
          )}
        </div>
      </div>
      <div className="matter-columns">
        <div className="matter-main">
          <WhatWasSaid request={request} />
          <MergedWith request={request} />
          <WhereItIs assignment={assignment} request={request} />
          <Together parts={assignment.parts} />
          <Promised request={request} />
          <section className="panel">
            <h3 className="heading">经过</h3>
            <div className="space-above-3">
              <Story events={storyOf(request, 'department')} />
            </div>
          </section>
        </div>
        <Side request={request} />
      </div>
    </>
  );
}

function WhereItIs({ assignment, request }: Props) {
  const { state, acceptBy } = assignment;
  const { clock, today, outcome, returns = 0 } = request;
  const ended = isIn(request.state, ENDED);
  const waits = sayAsked(assignment);
  return (
    <section className="panel">
      <div className="matter-now">
        <h3 className={`heading ${OWED.includes(state) ? 'here' : ''}`}>
          {outcome ? `居民：${END_WORDS[outcome]}` : STATE_WORDS[state]}
        </h3>
        {isNew(assignment) && (
          <span className="secondary">
            {today > acceptBy ? '应在' : '最晚'} <b className="emphasis">{sayDay(acceptBy)}</b>说收不收
          </span>
        )}
      </div>
      {returns > 0 && <p className="note space-above-1">{`退过 ${returns} 次`}</p>}
      {waits && (
        <div className="space-above-3">
          <Notice tone="wait" icon="clock">
            {waits}
          </Notice>
        </div>
      )}
      {!ended && (
        <>
          <div className="matter-now matter-clock">
            <h3 className="heading">给居民的答复</h3>
            <span className="secondary">
              <b className="emphasis">{sayLast(request)}</b>
              {`，从 ${sayDay(clock.startedOn)}算起`}
            </span>
          </div>
          <div className="space-above-3">
            <DayTrack clock={clock} today={today} />
          </div>
          <p className="note space-above-2">退回、转手都不重新算日子。</p>
        </>
      )}
    </section>
  );
}

function Side({ request: { stationName, stationPhone } }: { request: RequestPage }) {
  return (
    <aside className="matter-side" aria-label="谁能看到什么">
      <Notice tone="ok" icon="eye-off">
        <b>名字、电话，您这里没有</b>
        <p>只看得到事情和地方。事情里的人名也隐去了。</p>
      </Notice>
      <section className="panel">
        <h3 className="heading">要联系居民</h3>
        <p className="secondary space-above-1">打给联络站，请站里转，不给号码。</p>
        <p className="space-above-2">{stationName ?? '人大办公室'}</p>
        {stationPhone && <p className="note">{stationPhone}</p>}
      </section>
    </aside>
  );
}
