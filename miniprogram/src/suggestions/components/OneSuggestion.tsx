import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sayTogether } from '../../../../shared/assignments/part/words';
import type { Day } from '../../../../shared/kernel/days';
import { confirmContact } from '../../../../shared/suggestions/contract';
import { lastExtension } from '../../../../shared/suggestions/rules';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import {
  ASKED,
  isIn,
  NEW_TO_OFFICE,
  PRIVATE,
  RUNNING,
  SIGNED,
  STATES,
  TO_ASSIGN,
  TO_MEET,
  TO_RATE,
  WITH_DEPARTMENT,
} from '../../../../shared/suggestions/states';
import { MARKS, sayEvent } from '../../../../shared/suggestions/story';
import {
  DISCLOSURE_WORDS,
  ELSEWHERE_WORDS,
  ORIGIN_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  STATE_WORDS,
  sayNumber,
  UNSOLVED_WORDS,
  WAY_WORDS,
} from '../../../../shared/suggestions/words';
import { useAct } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Notice } from '../../ui/Notice';
import { Pictures } from '../../ui/Pictures';
import { ownDirection } from '../../ui/Press';
import { Story } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { Thread } from '../../ui/Thread';
import { SaidLines, TogetherCard } from '../../ui/Together';
import { Acts, type Opening } from './Acts';
import { Beside, type BesideProps } from './Beside';
import { Weeks } from './Weeks';
import '../../ui/check.scss';

type Props = { suggestion: Suggestion };
const REFRESHES = ['suggestions', 'notifications'];

/** What whoever assigns it reads first. */
type Judged = { words: ReactNode; residents: ReactNode };
type Whole = Props & {
  beside?: BesideProps | undefined;
  judging?: ((parts: Judged) => ReactNode) | undefined;
  opening?: Opening;
};

/**
 * A suggestion as this reader sees it, the same on a phone and at the desk. `judging`: how the desk lays out what is read before it is assigned;
 * `opening`: which form is open, where more than its button opens it.
 */
export function OneSuggestion({ suggestion, judging, opening, beside }: Whole) {
  const { number, occasion, title, assignedOn, submittedOn, state, marked } = suggestion;
  const when = assignedOn ? `${sayDay(assignedOn)}交办` : submittedOn ? `${sayDay(submittedOn)}送出` : '';
  return (
    <>
      <Text className="note block space-above-2">
        {[number ? sayNumber(occasion, number) : STATE_WORDS[state], when].filter(Boolean).join(' · ')}
      </Text>
      <Text className="title said space-above-1" {...ownDirection}>
        {title}
      </Text>
      {marked && (
        <View className="space-above-2">
          <Tag icon="alert" tone="wait">
            重点督办
          </Tag>
        </View>
      )}
      {judging && (
        <Text className="secondary block space-above-1">{`${sayWho(suggestion)}。${sayWhere(suggestion)}`}</Text>
      )}
      {!isIn(state, PRIVATE) && !judging && <Hands suggestion={suggestion} />}
      {!judging && <Where suggestion={suggestion} />}
      <TogetherCard parts={suggestion.parts?.filter(({ id }) => id !== suggestion.partId)} />
      <Beside suggestion={suggestion} {...beside} />
      <Answer suggestion={suggestion} />
      {judging?.({
        words: <Words suggestion={suggestion} />,
        residents: <Residents suggestion={suggestion} />,
      })}
      <Acts suggestion={suggestion} opening={opening} apart={judging && 'assign'} />
      {!judging && <Words suggestion={suggestion} />}
      <Who suggestion={suggestion} />
      {!judging && <Residents suggestion={suggestion} />}
      <Contacts suggestion={suggestion} />
      <Opinions suggestion={suggestion} />
      <Card className="space-above-3">
        <Text className="heading">经过</Text>
        <View className="space-above-4">
          <Story
            events={suggestion.events.map((event, index) => ({
              id: event.id,
              mark: MARKS[event.side],
              when: sayDay(event.on),
              what: sayEvent(event),
              words: event.words,
              tone: index === 0 && STATES[state].open ? ('now' as const) : ('past' as const),
            }))}
          />
        </View>
      </Card>
    </>
  );
}

/** From the lead over the office and the department, and back to who rates. */
function Hands({ suggestion: { viewer, departmentName, state } }: Props) {
  const at =
    { draft: 0, submitted: 1, to_assign: 1, with_department: 2, answered: 3, to_meet: 1 }[state as 'draft'] ?? -1;
  const labels = [
    viewer === 'lead' ? '我' : '代表',
    '人大',
    departmentName ?? '部门',
    viewer === 'lead' ? '我' : '代表',
  ];
  const stops = labels.map((label, index) => ({
    label,
    state: at < 0 || index < at ? ('done' as const) : index === at ? ('now' as const) : ('next' as const),
  }));
  const said = at < 0 ? '已经结束了' : at === 3 ? '现在等代表评' : `现在在${labels[at]}手里`;
  return (
    <View className="space-above-3">
      <Thread stops={stops} said={said} />
    </View>
  );
}

function Where({ suggestion }: Props) {
  const { state, departmentName, dueOn, daysLeft, extended, returns, round, assignedOn, outcome, redirectedTo, today } =
    suggestion;
  const { complexReason, watcherName } = suggestion;
  if (isIn(state, PRIVATE)) return null;
  const owed = isIn(state, RUNNING);
  const together = sayTogether(suggestion.parts);
  return (
    <Card className="space-above-4">
      <View className="row between">
        <Text className="note">{outcome ? '结束了' : '现在'}</Text>
        {daysLeft !== null && (
          <Tag icon={daysLeft < 0 ? 'alert' : 'check'} tone={daysLeft < 0 ? 'late' : 'ok'}>
            {daysLeft < 0 ? `超 ${-daysLeft} 天` : '没有超时'}
          </Tag>
        )}
      </View>
      <Text className="heading block space-above-2">{sayWhere(suggestion)}</Text>
      {together && <Text className="secondary block">{together}</Text>}
      {owed && dueOn && departmentName && (
        <Text className="secondary block">
          主办，<Text className="emphasis">{`最晚 ${sayDay(dueOn)}答复`}</Text>
        </Text>
      )}
      {owed && assignedOn && dueOn && <Weeks startedOn={startOf(suggestion, assignedOn)} dueOn={dueOn} today={today} />}
      {owed && assignedOn && (
        <Text className="secondary block space-above-2">{`${watcherName ?? '人大办公室'}督办`}</Text>
      )}
      {owed && complexReason && (
        <Text className="secondary block said" {...ownDirection}>{`为什么要 6 个月：${complexReason}`}</Text>
      )}
      {redirectedTo && <Text className="secondary block">{`可以去：${ELSEWHERE_WORDS[redirectedTo]}`}</Text>}
      {owed && assignedOn && (
        <Text className="note block space-above-2">
          {[
            round > 1 && '第二次办',
            extended
              ? '延长过一次'
              : complexReason
                ? '交办时定了 6 个月，不再延长'
                : round === 1 && `没有延长，最长到 ${sayDay(lastExtension(assignedOn))}`,
            returns > 0 && `退过 ${returns} 次，日子不重新算`,
          ]
            .filter(Boolean)
            .join('；')}
        </Text>
      )}
    </Card>
  );
}

/** From when the days of this round run. */
function startOf({ round, events }: Suggestion, assignedOn: Day): Day {
  return (round > 1 && events.find(({ kind }) => kind === 'dissatisfied')?.on) || assignedOn;
}

/** `徐示例领衔，单示例、曾范例联名`. */
function sayWho({ lead, cosigners }: Suggestion): string {
  const names = cosigners.map(({ name }) => name).join('、');
  return names ? `${lead.name}领衔，${names}联名` : `${lead.name}领衔`;
}

function sayWhere({ state, departmentName, assignBy, rateBy, commentBy, viewer, outcome }: Suggestion): string {
  if (outcome) return OUTCOME_WORDS[outcome];
  if (isIn(state, NEW_TO_OFFICE)) return assignBy ? `人大办公室，${sayDay(assignBy)}前交办` : '人大办公室';
  if (isIn(state, TO_ASSIGN)) return '人大办公室，正在另找部门';
  if (isIn(state, WITH_DEPARTMENT)) return departmentName ?? '部门';
  if (isIn(state, TO_RATE)) {
    if (viewer === 'cosigner' && commentBy) return `答了，${sayDay(commentBy)}前请您说说`;
    return `答了，${rateBy ? `${sayDay(rateBy)}前` : ''}等领衔代表评`;
  }
  if (isIn(state, TO_MEET)) return '两次不满意，三方要坐到一起定';
  return STATE_WORDS[state];
}

function Answer({ suggestion: { answer, rating, classes } }: Props) {
  if (!answer) return null;
  const { words, resultClass, departmentName, on, said } = answer;
  return (
    <Card className="space-above-3">
      <Text className="heading">答复</Text>
      <Text className="note block space-above-1">{`${departmentName}自己说：${resultClass} 类，${classes[resultClass]} · ${sayDay(on)}`}</Text>
      <Text className="block said space-above-2" {...ownDirection}>
        {words}
      </Text>
      <SaidLines said={said} />
      {rating && (
        <View className="space-above-3">
          <Notice>
            <Text className="strong block">
              {`领衔代表评：态度${RATING_WORDS[rating.attitude]}，结果${RATING_WORDS[rating.result]}`}
            </Text>
            {rating.words && <Text className="block">{rating.words}</Text>}
          </Notice>
        </View>
      )}
    </Card>
  );
}

function Words({ suggestion }: Props) {
  const { facts, proposal, origin, unsolved, disclosure, disclosureReason, pictures, lead } = suggestion;
  return (
    <Card className="space-above-3">
      <Text className="heading">现在怎么样</Text>
      <Text className="block said space-above-2" {...ownDirection}>
        {facts}
      </Text>
      <Text className="heading block space-above-4">该怎么办</Text>
      <Text className="block said space-above-2" {...ownDirection}>
        {proposal}
      </Text>
      {pictures.length > 0 && <Text className="heading block space-above-4">{`附件 ${pictures.length} 张`}</Text>}
      <Pictures pictures={pictures} by={lead.name} />
      <Text className="note block space-above-3">
        {[
          ORIGIN_WORDS[origin],
          unsolved && `提了${UNSOLVED_WORDS[unsolved]}没解决`,
          `公开栏：${DISCLOSURE_WORDS[disclosure]}`,
          disclosureReason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  );
}

const SAYS = { signed: '联名了', asked: '等他回', left: '任期到了', declined: '等他回', dropped: '' } as const;

function Who({ suggestion: { lead, cosigners } }: Props) {
  return (
    <Card flush className="space-above-3">
      <Cell
        title={lead.name}
        sub={lead.ward}
        right={
          <Tag icon="pen" tone="accent">
            领衔
          </Tag>
        }
      />
      {cosigners.map(({ id, name, ward, state }) => (
        <Cell
          key={id}
          title={name}
          sub={ward}
          right={
            <Tag icon={ASKED.includes(state) ? 'clock' : 'check'} tone={SIGNED.includes(state) ? 'ok' : 'plain'}>
              {SAYS[state]}
            </Tag>
          }
        />
      ))}
    </Card>
  );
}

function Residents({ suggestion: { requests } }: Props) {
  if (!requests.length) return null;
  return (
    <Card className="space-above-3">
      <View className="row">
        <Text className="heading">{`居民的事 ${requests.length} 件`}</Text>
        <Text className="note">不写名字</Text>
      </View>
      {requests.map(({ title, words, placeName }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: some have no id to this reader
        <View key={index} className="space-above-3">
          <Text className="strong block said" {...ownDirection}>
            {title}
          </Text>
          <Text className="quote" {...ownDirection}>
            {words}
          </Text>
          <Text className="note block">{placeName}</Text>
        </View>
      ))}
    </Card>
  );
}

/** 43b: whoever handles it speaks with the deputies; the lead says whether they did. */
function Contacts({ suggestion: { id, contacts, may, round } }: Props) {
  const { send, isPending, error } = useAct(confirmContact, REFRESHES);
  if (!contacts.length) return null;
  return (
    <Card className="space-above-3">
      <Text className="heading">{`跟代表说上话 ${contacts.filter(({ confirmed }) => confirmed !== false).length} 次`}</Text>
      {contacts.map((contact) => (
        <View key={contact.id} className="space-above-3">
          <View className="row between">
            <Text className="strong">{`${sayDay(contact.on)} · ${WAY_WORDS[contact.way]}`}</Text>
            {contact.confirmed !== null && (
              <Text className="note">{contact.confirmed ? '代表说对' : '代表说没有'}</Text>
            )}
          </View>
          <Text className="quote" {...ownDirection}>
            {contact.words}
          </Text>
          {contact.confirmed === null && contact.round === round && may.includes('confirm_contact') && (
            <View className="row wrap space-above-2">
              <Button
                small
                kind="line"
                label={`${sayDay(contact.on)}，没有这次联系`}
                disabled={isPending}
                onPress={() => void send({ id, contact: contact.id, confirmed: false })}
              >
                没有这回事
              </Button>
              <Button
                small
                grow
                label={`${sayDay(contact.on)}，说过`}
                busy={isPending && '正在记…'}
                onPress={() => void send({ id, contact: contact.id, confirmed: true })}
              >
                对，说过
              </Button>
            </View>
          )}
        </View>
      ))}
      {error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(error)}</Notice>
        </View>
      )}
    </Card>
  );
}

function Opinions({ suggestion: { comments, viewer } }: Props) {
  if (!comments.length) return null;
  return (
    <Card className="space-above-3">
      <View className="row">
        <Text className="heading">{viewer === 'cosigner' ? '您说的' : '联名的怎么看'}</Text>
        <Text className="note">部门看不到</Text>
      </View>
      {comments.map(({ deputyId, name, attitude, result, words }) => (
        <View key={deputyId} className="space-above-3">
          <Text className="block">{`${name}：态度${RATING_WORDS[attitude]}，结果${RATING_WORDS[result]}`}</Text>
          {words && (
            <Text className="quote" {...ownDirection}>
              {words}
            </Text>
          )}
        </View>
      ))}
    </Card>
  );
}
