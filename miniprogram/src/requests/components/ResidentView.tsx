import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { daysBetween } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import { type RequestPage, rate, withdraw } from '../../../../shared/requests/contract';
import { lastReturnOf } from '../../../../shared/requests/lifecycle';
import { LENGTHS } from '../../../../shared/requests/limits';
import {
  ANSWERED,
  ENDED,
  isIn,
  QUESTIONED,
  UNDER_WAY,
  WITH_DEPARTMENT,
  WITH_OFFICE,
} from '../../../../shared/requests/states';
import { CONTACT_WORDS } from '../../../../shared/requests/words';
import { sayFault } from '../../platform/faults';
import { sayDay } from '../../platform/say';
import { useForm } from '../../platform/useForm';
import { ActionBar } from '../../ui/ActionBar';
import { AskSolved, type Said } from '../../ui/AskSolved';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Thread } from '../../ui/Thread';
import { Act } from './Act';
import { Contact } from './Contact';
import { Ended } from './Ended';
import { AskFirst } from './Handover';
import { Hide } from './Hide';
import { InSuggestions } from './InSuggestions';
import { HandledWith } from './MergedWith';
import { Answer, answererOf, CallStation, HowItWent, stopsFor, WhatWasSaid, WhoHasIt } from './Parts';
import { Promises } from './Promises';
import { Route } from './Route';
import { Supplement } from './Supplement';
import '../../ui/lock.scss';

type Props = { request: RequestPage; head: ReactNode };

/** The resident's side, or that of who entered it for them: waiting, asked something, asked whether it was solved, or done. */
export function ResidentView(props: Props) {
  const { may, round, state } = props.request;
  const [arrived, setArrived] = useState(false);
  const head = (
    <>
      {props.head}
      {arrived && (
        <View className="space-above-3">
          <Notice tone="ok">刚才那次已经送到了，这件事现在是这样。</Notice>
        </View>
      )}
    </>
  );
  const shown = { ...props, head, onArrived: () => setArrived(true) };
  if (may.includes('rate')) return <Asked key={round} {...shown} />;
  return isIn(state, ENDED) || isIn(state, ANSWERED) ? <Ended {...shown} /> : <Waiting {...shown} />;
}

type Shown = Props & { onArrived: () => void };

type Doing = 'nothing' | 'supplement' | 'withdraw';

function Waiting({ request, head, onArrived }: Shown) {
  const { may, state, viewer } = request;
  const forThem = viewer === 'entrant';
  const asked = isIn(state, QUESTIONED) && !request.handover;
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => setDoing('nothing');
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          <Thread stops={stopsFor(request)} />
          {isWrong(request) && <EnteredByMe request={request} />}
          {asked ? <Question request={request} /> : <AskFirst request={request} />}
          {doing === 'supplement' && <Supplement request={request} onDone={done} />}
          <WhoHasIt request={request} />
          <HandledWith request={request} />
          <Promises request={request} />
          <Route request={request} />
          <SaidBefore request={request} />
          <Lapsing request={request} />
          {forThem && !isWrong(request) && <EnteredByMe request={request} />}
          <View className="space-above-3">
            <Notice tone="plain" icon="lock">
              {isIn(state, WITH_DEPARTMENT) && (
                <Text className="block">{`${answererOf(request)}看得到这件事，看不到${viewer === 'resident' ? '您' : '他'}的名字和电话。`}</Text>
              )}
              {whoSees(request)}
            </Notice>
          </View>
          {doing === 'withdraw' && (
            <Act
              procedure={withdraw}
              id={request.id}
              title="不说了，撤回"
              note={{
                icon: 'undo',
                words: '撤回以后，代表看不到了，联络站留底。这件事留在“办完了”里，想说可以重新说。',
              }}
              placeholder="为什么撤回（可不写）"
              length={LENGTHS.withdrawal}
              send="撤回"
              cancel="先不撤"
              grave
              onDone={done}
              onArrived={onArrived}
            />
          )}
        </View>
        <View>
          <HowItWent request={request} />
          <WhatWasSaid request={request} />
          {request.viewer === 'resident' && <InSuggestions id={request.id} />}
          <Hide request={request} />
          {doing === 'nothing' && may.includes('withdraw') && (
            <View className="row space-above-4">
              <Button kind="text" icon="undo" onPress={() => setDoing('withdraw')}>
                还没有代表看，可以撤回
              </Button>
            </View>
          )}
        </View>
      </View>
      {doing === 'nothing' && (
        <ActionBar>
          {may.includes('supplement') && (
            <Button kind={asked ? 'main' : 'line'} grow icon="pen" onPress={() => setDoing('supplement')}>
              {saysWhat(request)}
            </Button>
          )}
          <CallStation request={request} />
        </ActionBar>
      )}
    </>
  );
}

/** Why the deputy has it once more, and until when. */
function SaidBefore({ request }: Pick<Props, 'request'>) {
  const { round, state, viewer, clock, events } = request;
  if (round === 1 || !isIn(state, UNDER_WAY)) return null;
  const who = viewer === 'entrant' ? '本人' : '您';
  // Whom it went to since did not have it then.
  const again = hasMovedSince(events) ? '' : answererOf(request);
  const words =
    lastReturnOf(events) === 'partly'
      ? `${who}说解决了一部分，剩下的${again ? `由${again}` : ''}接着办`
      : `${who}说没解决，已经退回${again}重办`;
  return (
    <View className="space-above-3">
      <Notice tone="wait" icon="undo">{`${words}，最晚 ${sayDay(clock.dueOn)}答复。`}</Notice>
    </View>
  );
}

function hasMovedSince(events: RequestPage['events']): boolean {
  const since = events.slice(
    0,
    events.findIndex(({ kind }) => kind === lastReturnOf(events)),
  );
  return since.some(({ kind }) => kind === 'referred' || kind === 'returned' || kind === 'assigned');
}

function saysWhat({ state, viewer, departmentName, handover }: RequestPage): string {
  const asked = isIn(state, QUESTIONED) && !handover;
  if (viewer === 'entrant') return asked ? '替他回答' : '替他补充';
  return asked ? `回答${departmentName ? '部门' : '代表'}` : '补充几句';
}

/** What the deputy wants to know, or the department, above everything else. */
function Question({ request: { question, deputyName, viewer } }: { request: RequestPage }) {
  if (!question) return null;
  return (
    <Card className="space-above-4">
      <View className="row between">
        <Text className="heading">{`${question.by ?? deputyTitle(deputyName)}问${viewer === 'entrant' ? '他' : '您'}`}</Text>
        <Text className="note">{sayDay(question.on)}</Text>
      </View>
      <Text className="words space-above-3" {...ownDirection}>
        {question.words}
      </Text>
    </Card>
  );
}

/** Nobody confirms it before the phone is right: to who entered it that comes first. */
function isWrong({ viewer, contact }: RequestPage): boolean {
  return viewer === 'entrant' && contact === 'declined';
}

/** Whoever entered it says what the person says, not what they think. */
function EnteredByMe({ request }: { request: RequestPage }) {
  const { name, contact } = request;
  return (
    <View className="space-above-3">
      <Notice>
        {`您替${name ?? '他'}登记的。${contact === 'confirmed' ? CONTACT_WORDS.confirmed : '请问过他本人，再替他说。'}`}
      </Notice>
      <Contact request={request} />
    </View>
  );
}

const SOON = 7;

/** Silence puts a matter away: said from the beginning, beside what is asked, and louder when the day is near. */
function Lapsing({ request: { lapsesOn, today, state, departmentName, handover } }: { request: RequestPage }) {
  if (!lapsesOn || handover) return null;
  if (isIn(state, QUESTIONED) && departmentName)
    return (
      <View className="space-above-3">
        <Notice tone="wait" icon="clock">
          {`${sayDay(lapsesOn)}前没回答也行，${departmentName}就按看到的先办。`}
        </Notice>
      </View>
    );
  const soon = daysBetween(today, lapsesOn) <= SOON;
  const what = isIn(state, QUESTIONED) ? '回答' : '说';
  return (
    <View className="space-above-3">
      <Notice tone={soon ? 'wait' : 'plain'} icon="clock">
        {`${soon ? '' : `先不${what}也行。`}${sayDay(lapsesOn)}前没${what}，这件事就先收起来。收起来以后还可以说。`}
      </Notice>
    </View>
  );
}

const NOTHING_SAID: Said = { outcome: null, attitude: null, result: null, words: '' };

function Asked({ request, head, onArrived }: Shown) {
  const { id, round, answer } = request;
  const form = useForm<Said>(`rate.${id}.${round}`, NOTHING_SAID, {
    refreshes: ['requests', 'notifications'],
    onArrived,
  });
  const said = form.value;
  const [pressed, setPressed] = useState(false);
  const forThem = request.viewer === 'entrant';
  // Who has begun to say it goes on.
  const [says, setSays] = useState(said.outcome !== null);
  const waits = Boolean(request.questionOn) && !says;
  const send = () => {
    if (!said.outcome) return setPressed(true);
    const { outcome, attitude, result, words } = said;
    void form.send(rate, {
      id,
      round,
      answerId: answer?.id,
      outcome,
      attitude: attitude ?? undefined,
      result: result ?? undefined,
      words: words.trim() || undefined,
    });
  };
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          <Thread stops={stopsFor(request)} />
          {request.outcome === 'lapsed' && (
            <View className="space-above-4">
              <Notice icon="info">一直没等到您说，先收起来了。现在说还来得及，没解决就退回重办。</Notice>
            </View>
          )}
          {isWrong(request) && <EnteredByMe request={request} />}
          <Answer request={request} />
          {forThem && !isWrong(request) && <EnteredByMe request={request} />}
          <Promises request={request} />
          {waits ? (
            <AskedLater day={request.questionOn} forThem={forThem} onSay={() => setSays(true)} />
          ) : (
            <>
              <Card className="space-above-3">
                <AskSolved said={said} forThem={forThem} by={answer?.by ? '部门' : '代表'} onSay={form.change} />
              </Card>
              <Lapsing request={request} />
            </>
          )}
          {form.error && (
            <View className="space-above-3">
              <Notice tone="wait">{sayFault(form.error)}</Notice>
            </View>
          )}
        </View>
        <View>
          <Route request={request} />
          <HowItWent request={request} />
          <WhatWasSaid request={request} />
          {request.viewer === 'resident' && <InSuggestions id={request.id} />}
          <Hide request={request} />
          <View className="row space-above-4">
            <CallStation request={request} />
          </View>
        </View>
      </View>
      {!waits && (
        <ActionBar why={pressed && !said.outcome ? '先点一个：解决了，还是没解决。' : null}>
          <Button grow busy={form.isPending && '正在送…'} onPress={send}>
            就这样
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** What was promised is neither kept nor due: they are asked then, and may say it now. */
function AskedLater({ day, forThem, onSay }: { day: RequestPage['questionOn']; forThem: boolean; onSay: () => void }) {
  return (
    <Card className="space-above-3">
      <Text className="title">{`${day ? sayDay(day) : '到时候'}再问${forThem ? '他' : '您'}`}</Text>
      <Text className="secondary block">解决了吗？早做到就早问。现在想说，也能说。</Text>
      <View className="row space-above-3">
        <Button kind="line" icon="chat" onPress={onSay}>
          {forThem ? '替他现在就说' : '现在就说'}
        </Button>
      </View>
    </Card>
  );
}

/** Who entered it reads it too, until the resident has said that it is theirs. */
function entrantSees({ enteredBy, viewer, may }: RequestPage): string {
  if (viewer === 'entrant')
    return may.includes('supplement') ? '您登记的，您也看得到。' : '您登记的，看得到本人确认以前的。';
  return enteredBy ? `替您登记的${enteredBy}看得到您确认以前的，以后的看不到。` : '';
}

function whoSees(request: RequestPage): string {
  const { deputyName, name, nameFor, viewer, openness, publication, state } = request;
  if (isIn(state, WITH_OFFICE)) return '像是检举、控告，只有县人大办公室看得到，代表、联络站、部门都看不到。';
  const deputy = deputyName === null ? '村里的代表' : deputyTitle(deputyName);
  const whose = viewer === 'resident' ? '您' : '他';
  const named = name && nameFor === 'deputy' && deputyName !== null;
  const handlers = named
    ? `${deputy}看得到这件事和${whose}写的名字，看不到${whose}的电话。`
    : `${deputy}看得到这件事，看不到${whose}的${name ? '名字和' : ''}电话。`;
  const others = `联络站也看得到。${entrantSees(request)}`;
  if (openness !== 'public') return `${handlers}${others}`;
  const board = {
    published: '公开栏上也有，没有名字。',
    declined: '没有登公开栏。',
    pending: '联络站看过，再登公开栏，不写名字。',
  }[publication ?? 'pending'];
  return `${handlers}${others}${board}`;
}
