import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { type Assignment, accept, ask, giveBack, progress, show } from '../../../../shared/assignments/contract';
import { LENGTHS } from '../../../../shared/assignments/limits';
import { isWaitingForParts } from '../../../../shared/assignments/part/words';
import { sayAsked } from '../../../../shared/assignments/words';
import type { RequestPage } from '../../../../shared/requests/contract';
import { lastReturnOf } from '../../../../shared/requests/lifecycle';
import { ANSWERED, isIn, OPEN, WITH_DEPARTMENT } from '../../../../shared/requests/states';
import { END_WORDS } from '../../../../shared/requests/words';
import { useAct } from '../../platform/act';
import { sayUnsent } from '../../platform/faults';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Thread } from '../../ui/Thread';
import { TogetherCard } from '../../ui/Together';
import { ToStepAside } from '../../ui/ToStepAside';
import { Act } from './Act';
import { DepartmentAnswer } from './DepartmentAnswer';
import { DepartmentExtend } from './DepartmentExtend';
import { DepartmentInvolve } from './DepartmentInvolve';
import { MergedWith } from './MergedWith';
import { PartOfOurs } from './PartOfOurs';
import { Answer, HowItWent, sayAsking, stopsFor, WhatWasSaid, WhoHasIt } from './Parts';
import { Promises } from './Promises';
import { Route } from './Route';
import '../../ui/check.scss';

const ASSIGNED = '/requests/pages/assigned/index';

type Doing = 'nothing' | 'return' | 'progress' | 'ask' | 'extend' | 'involve' | 'answer';
/** `part`: who comes from the list of what is done for others says which of it. */
type Props = { request: RequestPage; head: ReactNode; assignment?: string; part?: string };

/** The department's side: the matter without whose it is, who has it until when, and what can be done about it. */
export function DepartmentView({ request, head, assignment: given, part }: Props) {
  // Who comes from its list says by which it has it, whatever else they are to the matter; who comes from a message reads it from the page.
  const id = part ? undefined : (given ?? request.assignmentId ?? undefined);
  const partId = part ?? (id ? null : request.partId);
  const { data: assignment, error, refetch: retry } = useCall(show, { id: id ?? '' }, { enabled: id !== undefined });
  const [chosen, setDoing] = useState<Doing>('nothing');
  // More days are asked for once: a colleague did while this form was open.
  const doing = chosen === 'extend' && !assignment?.extendable ? 'nothing' : chosen;
  const taking = useAct(accept, ['requests', 'assignments', 'notifications']);
  // One may live there too; somebody else of the department acts on one's own matter.
  const own = request.viewer === 'resident' || request.viewer === 'entrant';
  const shown = withoutName(request);
  const acts = !own && assignment ? assignment.acts : [];
  const waits = assignment ? sayAsked(assignment) : null;
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          <Thread stops={stopsFor(shown)} />
          {isIn(shown.state, OPEN) && <WhoHasIt request={shown} />}
          <HowItStands request={shown} />
          {waits && (
            <View className="space-above-3">
              <Notice tone="wait" icon="clock">
                {waits}
              </Notice>
            </View>
          )}
          <Route request={shown} />
          <WhatWasSaid request={shown} />
          <MergedWith request={shown} />
          <View className="space-above-3">
            <Notice tone="ok" icon="shield">
              名字、电话，您这里没有。要问，请联络站转。
            </Notice>
          </View>
          {partId && <PartOfOurs id={partId} own={own} />}
          <TogetherCard parts={assignment ? assignment.parts : request.parts?.filter((one) => one.id !== partId)} />
          <Answer request={shown} />
          <Promises request={shown} />
          {own && id && (
            <View className="space-above-3">
              <Notice icon="info">这件事是您说的，或者您替人登记的，请同事来办。</Notice>
            </View>
          )}
          {error && !assignment && (
            <View className="space-above-3">
              <Notice tone="wait">
                <Text className="block">{sayUnsent(error)}</Text>
                <View className="row space-above-2">
                  <Button small kind="line" icon="refresh" onPress={() => retry()}>
                    再试一次
                  </Button>
                </View>
              </Notice>
            </View>
          )}
          {taking.error && (
            <View className="space-above-3">
              <Notice tone="wait">{sayUnsent(taking.error)}</Notice>
            </View>
          )}
          {assignment && !own && <Doings assignment={assignment} request={shown} doing={doing} onDo={setDoing} />}
          {!own && (id || partId) && <ToStepAside context="requests" id={request.id} />}
        </View>
        <View>
          <HowItWent request={shown} />
        </View>
      </View>
      {assignment && doing === 'nothing' && acts.includes('accept') && (
        <ActionBar>
          <Button
            grow
            icon="check"
            busy={taking.isPending && '正在收…'}
            onPress={() => taking.send({ id: assignment.id, version: assignment.version })}
          >
            收下来办
          </Button>
        </ActionBar>
      )}
      {doing === 'nothing' && !acts.includes('accept') && acts.includes('answer') && (
        <ActionBar>
          <Button grow icon="chat" onPress={() => setDoing('answer')}>
            答复
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** What the server leaves out for a department is left out too where who looks is something else besides. */
function withoutName(request: RequestPage): RequestPage {
  return { ...request, viewer: 'department', name: null, enteredBy: null, slipNumber: null };
}

/** Once more, answered, or ended: what the resident said. */
function HowItStands({ request }: Pick<Props, 'request'>) {
  const { state, round, events, outcome, rating } = request;
  if (isIn(state, WITH_DEPARTMENT) && round > 1) {
    const partly = lastReturnOf(events) === 'partly';
    return (
      <View className="space-above-3">
        <Notice tone="wait" icon="undo">
          {partly ? '居民说解决了一部分，剩下的请您这里办。' : '居民说没解决，请您这里办。'}
        </Notice>
      </View>
    );
  }
  if (isIn(state, ANSWERED))
    return (
      <View className="space-above-4">
        <Notice icon="clock">{`已经答复，${sayAsking(request)}。居民点头，才算办完。`}</Notice>
      </View>
    );
  if (!outcome) return null;
  return (
    <View className="space-above-4">
      <Notice tone={rating ? 'ok' : 'info'}>
        <Text className="strong block">{`${rating ? '居民说：' : ''}${END_WORDS[outcome]}`}</Text>
        {rating?.words && (
          <Text className="words" {...ownDirection}>
            {rating.words}
          </Text>
        )}
      </Notice>
    </View>
  );
}

type DoingsProps = {
  assignment: Assignment;
  request: RequestPage;
  doing: Doing;
  onDo: (doing: Doing) => void;
};

/** What can be done besides the one main button, or the form of what is being done. */
function Doings({ assignment, request, doing, onDo }: DoingsProps) {
  const { id, version } = assignment;
  const done = () => onDo('nothing');
  if (doing === 'return') return <Return assignment={assignment} returns={request.returns ?? 0} onDone={done} />;
  if (doing === 'progress')
    return (
      <Act
        procedure={progress}
        id={id}
        besides={{ version }}
        title="先说一声进展"
        note={{ icon: 'clock', words: '居民看得到。日子接着走，办好了还要答复。' }}
        placeholder="比如：去看过了，材料已经报了"
        length={LENGTHS.progress}
        photos
        send="告诉居民"
        onDone={done}
      />
    );
  if (doing === 'ask')
    return (
      <Act
        procedure={ask}
        id={id}
        besides={{ version }}
        title="想问居民什么？"
        note={{ icon: 'info', words: '联络站看过再转。等居民回答的日子不算您的；没回，就按看到的先办。只能问两次。' }}
        placeholder="比如：在哪个位置，什么时候开始的"
        length={LENGTHS.question}
        send="请联络站转"
        onDone={done}
      />
    );
  if (doing === 'extend' && assignment.extendable)
    return <DepartmentExtend assignment={assignment} extendable={assignment.extendable} onDone={done} />;
  if (doing === 'involve') return <DepartmentInvolve assignment={assignment} onDone={done} />;
  if (doing === 'answer') return <DepartmentAnswer assignment={assignment} onDone={done} />;
  return <Ways assignment={assignment} onDo={onDo} />;
}

function Ways({ assignment: { acts, final, acceptBy, parts = [] }, onDo }: Pick<DoingsProps, 'assignment' | 'onDo'>) {
  const answersLater = acts.includes('accept') && acts.includes('answer');
  const stays = acts.includes('accept') && !acts.includes('return');
  return (
    <>
      {stays && (
        <View className="space-above-3">
          <Notice icon="info">{final ? '人大办公室定了您这里办，不能再退。' : '能退的日子过了，请接着办。'}</Notice>
        </View>
      )}
      {isWaitingForParts(parts) && (
        <View className="space-above-3">
          <Notice tone="wait" icon="clock">
            还有部门没办完自己那一份。都办完了，或者不请它了，您这里才能答复。
          </Notice>
        </View>
      )}
      {(acts.includes('progress') || answersLater) && (
        <Card flush className="space-above-3">
          {acts.includes('return') && (
            <Cell
              icon="undo"
              title="不归我管"
              sub={`写明为什么，${sayDay(acceptBy)}前退`}
              onPress={() => onDo('return')}
            />
          )}
          {acts.includes('progress') && (
            <Cell icon="pen" title="先说一声进展" sub="还没办好，先让居民知道" onPress={() => onDo('progress')} />
          )}
          {acts.includes('ask') && (
            <Cell icon="info" title="问居民一句" sub="请联络站转，等回答的日子不算" onPress={() => onDo('ask')} />
          )}
          {acts.includes('extend') && (
            <Cell icon="clock" title="要宽限几天" sub="要联络站同意，只能要一次" onPress={() => onDo('extend')} />
          )}
          {acts.includes('involve') && (
            <Cell
              icon="plus"
              title={acts.includes('accept') ? '收下，叫人一起办' : '叫人一起办'}
              sub="别的部门给您意见，答复还是您来"
              onPress={() => onDo('involve')}
            />
          )}
          {answersLater && <Cell icon="chat" title="已经办好，直接答复" onPress={() => onDo('answer')} />}
        </Card>
      )}
    </>
  );
}

type ReturnProps = { assignment: Assignment; returns: number; onDone: () => void };

function Return({ assignment: { id, version }, returns, onDone }: ReturnProps) {
  const back =
    returns === 0 ? '这件还没退过。退两次，就由人大办公室定一家。' : '退过一次了。再退，就由人大办公室定一家。';
  return (
    <Act
      procedure={giveBack}
      id={id}
      besides={{ version }}
      wordsAs="reason"
      title="为什么不归您这里管？"
      note={{ icon: 'info', words: `${back}居民看得到您写的，最晚答复的日子不变。` }}
      placeholder="比如：县里分工表第 3 项，村口涵洞归水利"
      length={LENGTHS.reason}
      send="退回联络站"
      cancel="先不退"
      onDone={() => {
        onDone();
        void toList();
      }}
      onCancel={onDone}
    />
  );
}

/** What was given back is not the department's to read any more. */
async function toList(): Promise<void> {
  const pages = Taro.getCurrentPages();
  const below = pages[pages.length - 2]?.route ?? '';
  if (below.includes('requests/pages/assigned')) await Taro.navigateBack();
  else await Taro.redirectTo({ url: ASSIGNED });
}
