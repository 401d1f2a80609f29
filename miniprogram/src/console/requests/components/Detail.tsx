import type { ReactNode } from 'react';
import { sayTogether } from '../../../../../shared/assignments/part/words';
import { sayClass } from '../../../../../shared/assignments/words';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { deputyTitle } from '../../../../../shared/kernel/names';
import type { RequestPage } from '../../../../../shared/requests/contract';
import { REPORT_REASON_NAMES, type ReportState } from '../../../../../shared/requests/reports';
import {
  ENDED,
  isIn,
  MOST_RETURNS,
  type Publication,
  QUESTIONED,
  TO_ASSIGN,
  UNDER_WAY,
  WITH_DEPARTMENT,
} from '../../../../../shared/requests/states';
import { storyOf } from '../../../../../shared/requests/story';
import {
  CATEGORY_NAMES,
  CONTACT_WORDS,
  END_WORDS,
  HOLDER_WORDS,
  OUTCOME_WORDS,
  sayAnswerer,
  sayHands,
} from '../../../../../shared/requests/words';
import { sayDay } from '../../../platform/say';
import { linesOf, PromiseLines } from '../../../requests/components/Promises';
import { DayTrack } from '../../../ui/DayTrack';
import type { IconName } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { Story } from '../../../ui/Story';
import { Tag } from '../../../ui/Tag';
import { PartLines, SaidLines } from '../../../ui/Together';
import { MergedWith } from './MergedWith';
import { Pictures } from './Pictures';
import { sayLast } from './words';
import './Detail.css';
import '../../../requests/components/here.css';
import '../../../ui/check.scss';

type Props = { request: RequestPage; head?: ReactNode };

/** All of a matter that the station may know. The phone is never among it: seeing that is an act of its own. */
export function Detail({ request, head }: Props) {
  const { title, trackingNumber, submittedOn, villageName, category, openness, publication, doubts } = request;
  return (
    <>
      <div className="matter-head">
        <div className="matter-head-top">
          <span className="note grow">{`编号 ${spellTrackingNumber(trackingNumber)} · ${sayDay(submittedOn)}说的`}</span>
          {head}
        </div>
        <h2 className="title space-above-1">{title}</h2>
        <div className="matter-tags">
          <Tag icon="pin">{villageName}</Tag>
          <Tag icon="mine">{CATEGORY_NAMES[category]}</Tag>
          <Tag icon={openness === 'public' ? 'station' : 'lock'}>
            {openness === 'public' ? '愿意公开' : '只给办事的人看'}
          </Tag>
          {publication && <Tag {...PUBLICATION_TAGS[publication]} />}
          {doubts.some(({ verdict }) => verdict !== 'withheld') && (
            <Tag icon="eye-off" tone="accent">
              要人定
            </Tag>
          )}
        </div>
      </div>
      <div className="matter-columns">
        <div className="matter-main">
          <WhatWasSaid request={request} />
          <MergedWith request={request} />
          <WhereItIs request={request} />
          <Together parts={request.parts} />
          <Promised request={request} />
          <Reports request={request} />
          <section className="panel">
            <h3 className="heading">经过</h3>
            <div className="space-above-3">
              <Story events={storyOf(request, 'station')} />
            </div>
          </section>
        </div>
        <Side request={request} />
      </div>
    </>
  );
}

/** 谁一起办: who works on it beside the department that leads, until when, and what they said. */
export function Together({ parts = [] }: { parts: RequestPage['parts'] }) {
  if (!parts.length) return null;
  return (
    <section className="panel">
      <h3 className="heading">谁一起办</h3>
      <PartLines parts={parts} />
    </section>
  );
}

/** What departments promised with their answers, and whether they kept it. */
export function Promised({ request: { promises = [] } }: Props) {
  if (!promises.length) return null;
  return (
    <section className="panel">
      <h3 className="heading">部门答应的事</h3>
      <PromiseLines lines={linesOf(promises)} />
    </section>
  );
}

/** What was said against it on the board, and what was answered. */
function Reports({ request: { reports = [] } }: Props) {
  if (!reports.length) return null;
  return (
    <section className="panel">
      <h3 className="heading">举报</h3>
      <ul>
        {reports.map(({ id, reason, words, on, state, answer }) => (
          <li key={id} className="space-above-2">
            <b>{REPORT_REASON_NAMES[reason]}</b>{' '}
            <span className="note">{`${sayDay(on)} · ${REPORT_STATE_WORDS[state]}`}</span>
            {words && (
              <p className="panel-words" dir="auto">
                {words}
              </p>
            )}
            {answer && <p className="secondary">{`答复：${answer}`}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const REPORT_STATE_WORDS: Record<ReportState, string> = {
  open: '等答复',
  kept: '没有动',
  taken_down: '撤下来了',
  gone: '不在公开栏上了',
};

const PUBLICATION_TAGS: Record<Publication, { icon: IconName; tone: 'accent' | 'ok' | 'plain'; children: string }> = {
  pending: { icon: 'shield', tone: 'accent', children: '要审公开' },
  published: { icon: 'check', tone: 'ok', children: '在公开栏上' },
  declined: { icon: 'eye-off', tone: 'plain', children: '定了不公开' },
};

/** The resident's words, and what was said to them. */
export function WhatWasSaid({ request }: { request: RequestPage }) {
  const { words, where, villageName, pictures, answer, deputyName, question, handover, events, rating } = request;
  // Where it is handled with another, the deputy of that one.
  const other = sayAnswerer(answer);
  const answeredBy = events.find(({ id }) => id === answer?.id)?.byName ?? deputyName;
  const later = events.flatMap((event) => (event.pictures.length ? [event] : []));
  return (
    <section className="panel">
      <h3 className="screen-reader-only">说了什么</h3>
      <p className="panel-words" dir="auto">
        {words}
      </p>
      <p className="secondary space-above-2">{[villageName, where].filter(Boolean).join(' ')}</p>
      <Pictures pictures={pictures} of="居民的照片" />
      {question && (
        <div className="space-above-3">
          <Notice icon="chat">{`${question.by ?? deputyTitle(deputyName)} ${sayDay(question.on)}问：${question.words}`}</Notice>
        </div>
      )}
      {handover && (
        <div className="space-above-3">
          <Notice icon="chat">{`${handover.by ? deputyTitle(handover.by) : '联络站'} ${sayDay(handover.on)}问居民，要不要转给${handover.to}：${handover.words}`}</Notice>
        </div>
      )}
      {answer && (
        <div className="matter-answer space-above-3">
          <b>{other ? `${other}答复` : `${deputyTitle(answeredBy)}回话`}</b>{' '}
          <span className="note">{sayDay(answer.on)}</span>
          {answer.by && <p className="secondary">{`部门自己说：${sayClass(answer.by.resultClass)}`}</p>}
          <p className="panel-words" dir="auto">
            {answer.words}
          </p>
          <SaidLines said={answer.said} />
        </div>
      )}
      {rating && (
        <div className="space-above-3">
          <Notice tone="ok">{`居民说：${OUTCOME_WORDS[rating.outcome]}${rating.words ? `。${rating.words}` : ''}`}</Notice>
        </div>
      )}
      {later.map(({ id, pictures: added, on }) => (
        <Pictures key={id} pictures={added} of={`${sayDay(on)}补的照片`} />
      ))}
    </section>
  );
}

function WhereItIs({ request }: Props) {
  const {
    clock,
    today,
    state,
    outcome,
    deputyName,
    departmentName,
    stationName,
    lapsesOn,
    round,
    may,
    asks,
    questionOn,
  } = request;
  const byOffice = isIn(state, TO_ASSIGN) && (request.returns ?? 0) >= MOST_RETURNS;
  const { mergedInto } = request;
  const held = mergedInto
    ? `合在编号 ${spellTrackingNumber(mergedInto.trackingNumber)} 里一起办`
    : byOffice
      ? sayHands(request)
      : request.higherDeputy
        ? `现在在${request.higherDeputy}那里`
        : request.handover
          ? `等居民说，同不同意转给${request.handover.to}`
          : HOLDER_WORDS[state](deputyName && deputyTitle(deputyName), departmentName ?? null);
  const stands = outcome ? END_WORDS[outcome] : held;
  // Nobody owes an answer any more.
  const ended = isIn(state, ENDED);
  return (
    <section className="panel">
      <div className="matter-now">
        <h3 className={`heading ${isIn(state, UNDER_WAY) && !mergedInto ? 'here' : ''}`}>{stands}</h3>
        <span className="secondary">
          {round > 1 && `第 ${round} 次办`}
          {round > 1 && !ended && '，'}
          {!ended && <b className="emphasis">{`${sayLast(request)}答复`}</b>}
        </span>
      </div>
      {!ended && (
        <div className="space-above-3">
          <DayTrack clock={clock} today={today} />
        </div>
      )}
      {asks && (
        <div className="space-above-3">
          <Notice tone="wait" icon={asks.what === 'question' ? 'chat' : 'clock'}>
            {`${departmentName ?? '部门'}${asks.until ? `要宽限到 ${sayDay(asks.until)}` : '想问居民一句'}：${asks.words}`}
          </Notice>
        </div>
      )}
      {byOffice && (
        <div className="space-above-3">
          <Notice tone="wait">
            {may.includes('assign')
              ? '两家都退回来过，请您定一家来办，定了就不能再退。'
              : '两家都退回来过，等人大办公室定一家，您这里不用分了。'}
          </Notice>
        </div>
      )}
      {questionOn && <p className="note space-above-2">{`${sayDay(questionOn)}再问居民解决了没有，早做到就早问。`}</p>}
      {lapsesOn && !questionOn && (
        <p className="note space-above-2">
          {request.handover
            ? `${sayDay(lapsesOn)}还没说就不转，还由原来的代表办。`
            : isIn(state, QUESTIONED) && departmentName
              ? `${sayDay(lapsesOn)}还没回，部门就按看到的先办。`
              : `居民一直不说，${sayDay(lapsesOn)}先收起来。收起来了也还能再说。`}
        </p>
      )}
      {!stationName && <p className="note space-above-2">这个村还没有联络站管，由人大办公室管。</p>}
    </section>
  );
}

function Side({ request }: Props) {
  const {
    name,
    nameFor,
    enteredBy,
    slipNumber,
    contact,
    deputyName,
    deputyAwayUntil,
    stationName,
    stationPhone,
    hotlineNumber,
  } = request;
  return (
    <aside className="matter-side" aria-label="是谁">
      <section className="panel">
        <h3 className="heading">居民</h3>
        <p className="space-above-1">{name ?? '没写名字'}</p>
        {name && <p className="note">{nameFor === 'deputy' ? '名字：代表和联络站能看' : '名字：只有联络站能看'}</p>}
        {enteredBy && <p className="secondary space-above-2">{`${enteredBy}替他登记的`}</p>}
        {slipNumber && <p className="secondary">{`纸条 ${slipNumber}`}</p>}
        {contact && (
          <p className={contact === 'declined' ? 'strong space-above-2' : 'secondary'}>{CONTACT_WORDS[contact]}</p>
        )}
        <p className="note space-above-2">
          {request.may.includes('seePhone')
            ? '电话这里不显示。要打给他，点“看电话”，写理由，他会知道谁看的、为什么。'
            : '电话这里不显示。要问居民，请代表或部门在这件事里问一句。'}
        </p>
      </section>
      <section className="panel">
        <h3 className="heading">代表</h3>
        <p className="space-above-1">{deputyName ?? '哪位代表都行，谁先接谁回'}</p>
        {deputyAwayUntil && (
          <div className="space-above-2">
            <Tag icon="clock" tone="wait">
              {`外出到 ${sayDay(deputyAwayUntil)}`}
            </Tag>
          </div>
        )}
      </section>
      <Department request={request} />
      {hotlineNumber && (
        <section className="panel">
          <h3 className="heading">12345</h3>
          <p className="space-above-1">{`工单编号 ${hotlineNumber}`}</p>
          <p className="note">部门看不到这个编号，免得从那边认出是谁。</p>
        </section>
      )}
      <section className="panel">
        <h3 className="heading">联络站</h3>
        <p className="space-above-1">{stationName ?? '没有'}</p>
        {stationPhone && <p className="note">{stationPhone}</p>}
      </section>
    </aside>
  );
}

/** The department that has it or answered it, and whether it has said that it takes it. */
function Department({ request: { departmentName, state, acceptBy, returns = 0, parts } }: Props) {
  if (!departmentName && !returns) return null;
  const has = isIn(state, WITH_DEPARTMENT);
  const together = sayTogether(parts);
  return (
    <section className="panel">
      <h3 className="heading">部门</h3>
      {departmentName && <p className="space-above-1">{departmentName}</p>}
      {together && <p className="secondary">{together}</p>}
      {has && acceptBy && <p className="note">{`还没收下，最晚 ${sayDay(acceptBy)}说收不收`}</p>}
      {has && !acceptBy && <p className="note">收下了，在办</p>}
      {returns > 0 && <p className="note">{`退过 ${returns} 次`}</p>}
    </section>
  );
}
