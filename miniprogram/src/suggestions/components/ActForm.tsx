import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import {
  type Assignment,
  answer,
  ask,
  extend as askDays,
  giveBack,
  giveOpinion,
  involve,
  type PartLine,
  progress,
} from '../../../../shared/assignments/contract';
import { OPEN } from '../../../../shared/assignments/part/states';
import type { PartKind } from '../../../../shared/assignments/part/values';
import { askedIn, type Row, whyNotAsked } from '../../../../shared/assignments/part/words';
import type { ResultClass } from '../../../../shared/assignments/values';
import { departments } from '../../../../shared/directory/contract';
import { addDays, type Day } from '../../../../shared/kernel/days';
import { lengthOf } from '../../../../shared/kernel/text';
import {
  assign,
  comment,
  contact,
  extend,
  meet,
  rate,
  redirect,
  refuseExtension,
  reply,
  takeBack,
  urge,
} from '../../../../shared/suggestions/contract';
import { isDoneAgain } from '../../../../shared/suggestions/rules';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { type Elsewhere, RATINGS, type Rating, type Way } from '../../../../shared/suggestions/values';
import { RATING_WORDS } from '../../../../shared/suggestions/words';
import { sayFault } from '../../platform/faults';
import { useCall } from '../../platform/query';
import { scrollTo } from '../../platform/scroll';
import { useForm } from '../../platform/useForm';
import { leastOf, rowsFor } from '../../ui/answer-rows';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Choice } from '../../ui/Choice';
import { DayField } from '../../ui/DayField';
import { Fault } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { type PromiseRow, PromiseRows, promisedIn, whyNoPromises } from '../../ui/PromiseRows';
import { WordArea } from '../../ui/WordArea';
import { classOptions, FORMS, type FormAct, type FormOf } from './forms';
import { TogetherFields } from './TogetherFields';
import { Until } from './Until';

const HERE = 'suggestion-form';
const REFRESHES = ['suggestions', 'assignments', 'notifications'];

type Written = {
  words: string;
  choice: string | null;
  day: Day | null;
  attitude: Rating | null;
  result: Rating | null;
  kind?: PartKind;
  rows?: Row[];
  promises?: PromiseRow[];
};
const BLANK: Written = { words: '', choice: null, day: null, attitude: null, result: null };
type Props = {
  suggestion: Suggestion;
  /** Of the reader's department, as they saw it. */
  assignment: Assignment | null;
  /** What that department does for the one that leads, as they saw it. */
  part?: PartLine | null;
  act: FormAct;
  onDone: () => void;
};

/** What is written with one button; kept on the phone until it arrived. Nothing is chosen beforehand. */
export function ActForm({ suggestion, assignment, part = null, act, onDone }: Props) {
  const about: FormOf = FORMS[act];
  const form = useForm<Written>(`suggestion ${act} ${suggestion.id}`, BLANK, { refreshes: REFRESHES });
  const { value } = form;
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    scrollTo(HERE);
  }, []);
  const roll = useCall(departments, {}, { enabled: act === 'assign' }).data?.departments ?? [];
  // Which was chosen another day may be on the roll no more.
  const rows = (value.rows ?? []).filter((row) => row.departmentId !== value.choice);
  const { kind = 'advice' } = value;
  const nameOf = (of: string) => roll.find((one) => one.id === of)?.name ?? '';
  const missing = kind === 'part' && !rows.length ? '各办各的，再选至少一家。' : whyNotAsked(rows, nameOf);
  const promises = value.promises ?? [];
  const isAnswer = act === 'answer';
  const resultClass = isAnswer ? (value.choice as ResultClass | null) : null;
  const why = whyNot(about, value) ?? (isAnswer ? whyNoPromises(promises) : act === 'assign' ? missing : null);
  const { id, version } = suggestion;
  const held = assignment && { id: assignment.id, version: assignment.version };
  const words = value.words.trim();
  const some = words ? { words } : {};
  const step = { id, version };
  const rated = { attitude: value.attitude as Rating, result: value.result as Rating };
  const send = () => {
    setPressed(true);
    if (why) return;
    const day = value.day ?? '';
    const choice = value.choice ?? '';
    const sends: Record<FormAct, () => Promise<void> | undefined> = {
      comment: () => form.send(comment, { id, ...rated, ...some }, onDone),
      rate: () => form.send(rate, { ...step, ...rated, ...some }, onDone),
      contact: () => form.send(contact, { id, on: day, way: choice as Way, words }, onDone),
      answer: () =>
        held && resultClass
          ? form.send(answer, { ...held, resultClass, words, promises: promisedIn(promises) }, onDone)
          : undefined,
      progress: () => (held ? form.send(progress, { ...held, words }, onDone) : undefined),
      ask: () => (held ? form.send(ask, { ...held, words }, onDone) : undefined),
      ask_days: () => (held ? form.send(askDays, { ...held, until: day, reason: words }, onDone) : undefined),
      return: () => (held ? form.send(giveBack, { ...held, reason: words }, onDone) : undefined),
      assign: () =>
        form.send(
          assign,
          {
            ...step,
            departmentId: choice,
            ...some,
            ...(rows.length ? { together: { kind, parts: askedIn(rows) } } : {}),
          },
          onDone,
        ),
      opinion: () => (part ? form.send(giveOpinion, { id: part.id, version: part.version, words }, onDone) : undefined),
      involve: () =>
        held ? form.send(involve, { ...held, parts: [{ departmentId: choice, words }] }, onDone) : undefined,
      redirect: () => form.send(redirect, { ...step, to: choice as Elsewhere, reason: words }, onDone),
      extend: () => form.send(extend, { ...step, dueOn: day, reason: words }, onDone),
      reply: () => form.send(reply, { id, words }, onDone),
      refuse_extension: () => form.send(refuseExtension, { ...step, reason: words }, onDone),
      take_back: () => form.send(takeBack, { ...step, reason: words }, onDone),
      meet: () => form.send(meet, { ...step, on: day, words }, onDone),
      urge: () => form.send(urge, { id, ...some }, onDone),
    };
    void sends[act]();
  };
  const later = about.day !== 'past';
  const days = daysOf(about, suggestion, assignment);
  return (
    <View id={HERE}>
      <Card className="space-above-4">
        <Text className="heading">{about.title}</Text>
        {about.rates && (
          <>
            <Rate label="办的态度" value={value.attitude} onChoose={(attitude) => form.change({ attitude })} />
            <Rate label="办的结果" value={value.result} onChoose={(result) => form.change({ result })} />
            {act === 'rate' && (
              <Text className="secondary block space-above-3">
                {suggestion.round > 1 ? '结果再不满意，不再办第三次，三方坐到一起定。' : '结果不满意，退回重办一个月。'}
              </Text>
            )}
          </>
        )}
        {about.choose && (
          <View className="space-above-4">
            <Text className="strong block">{about.choose.label}</Text>
            <View className="space-above-2">
              {about.choose.options === 'departments' ? (
                <Departments
                  label={about.choose.label}
                  without={act === 'involve' ? thereIn(assignment) : []}
                  value={value.choice}
                  onChoose={(choice) => form.change({ choice })}
                />
              ) : (
                <Choice
                  label={about.choose.label}
                  options={about.choose.options === 'classes' ? classOptions(suggestion.classes) : about.choose.options}
                  value={value.choice}
                  onChoose={(choice) =>
                    form.change({
                      choice,
                      ...(isAnswer ? { promises: rowsFor(choice as ResultClass, promises) } : {}),
                    })
                  }
                />
              )}
            </View>
          </View>
        )}
        {act === 'assign' && value.choice && (
          <TogetherFields
            departments={roll}
            lead={value.choice}
            kind={kind}
            rows={rows}
            onChange={(next) => form.change(next)}
          />
        )}
        {act === 'assign' && suggestion.assigning && <Until suggestion={suggestion} {...suggestion.assigning} />}
        {about.day && (
          <View className="space-above-4">
            <DayField
              label={later ? '延到哪天' : '哪天'}
              value={value.day}
              {...days}
              onChoose={(day) => form.change({ day })}
            />
          </View>
        )}
        <View className="space-above-4">
          <WordArea
            label={about.words.label}
            placeholder={about.words.hint}
            maxLength={about.words.length[1]}
            value={value.words}
            saved
            short={!isAnswer}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
        {isAnswer && (
          <>
            <Text className="strong block space-above-4">答应的事</Text>
            <Text className="secondary block">到日子会问您，提建议的代表看得到。</Text>
            <PromiseRows
              rows={promises}
              least={leastOf(resultClass)}
              placeholder="坎下七户的水管接通"
              error={form.error}
              onChange={(next) => form.change({ promises: next })}
            />
          </>
        )}
        {pressed && <Fault>{why}</Fault>}
        {form.error && (
          <View className="space-above-3">
            <Notice tone="wait">{sayFault(form.error)}</Notice>
          </View>
        )}
        <View className="row wrap space-above-3">
          <Button kind="line" disabled={form.isPending} onPress={onDone}>
            算了
          </Button>
          <Button grow busy={form.isPending && '正在送…'} onPress={send}>
            {about.main}
          </Button>
        </View>
      </Card>
    </View>
  );
}

/** Between which days one is chosen. */
function daysOf(
  { day }: FormOf,
  { today, assignedOn, dueOn, extendableUntil }: Suggestion,
  assignment: Assignment | null,
): { first: Day; last: Day } {
  const furthest = extendableUntil ?? today;
  if (day === 'past') return { first: assignedOn ?? today, last: today };
  const { from, to } = assignment?.extendable ?? { from: today, to: today };
  if (day === 'asked') return { first: from, last: [to, furthest].sort()[0] ?? to };
  return { first: addDays(dueOn ?? today, 1), last: furthest };
}

type RateProps = { label: string; value: Rating | null; onChoose: (value: Rating) => void };

function Rate({ label, value, onChoose }: RateProps) {
  return (
    <View className="space-above-4">
      <Text className="strong block">{label}</Text>
      <View className="space-above-2">
        <Choice
          label={label}
          options={RATINGS.map((one) => ({ value: one, words: RATING_WORDS[one] }))}
          value={value}
          onChoose={onChoose}
        />
      </View>
    </View>
  );
}

/** Who has it, and who is asked already. */
function thereIn(assignment: Assignment | null): string[] {
  if (!assignment) return [];
  const { departmentName, parts = [] } = assignment;
  return [departmentName, ...parts.flatMap((part) => (OPEN.includes(part.state) ? part.departmentName : []))];
}

type RollProps = {
  label: string;
  without: readonly string[];
  value: string | null;
  onChoose: (value: string) => void;
};

function Departments({ label, without, value, onChoose }: RollProps) {
  const { data } = useCall(departments, {});
  return (
    <Choice
      label={label}
      options={(data?.departments ?? [])
        .filter(({ name }) => !without.includes(name))
        .map(({ id, name, duties }) => ({
          value: id,
          words: name,
          note: duties || undefined,
        }))}
      value={value}
      onChoose={onChoose}
    />
  );
}

/** Why it can't be sent yet. */
function whyNot({ rates, choose, day, words: { length, optional } }: FormOf, value: Written): string | null {
  if (rates && !value.attitude) return '态度还没选。';
  if (rates && !value.result) return '结果还没选。';
  if (choose && !value.choice) return `先选${choose.label.split('，')[0]}。`;
  if (day && !value.day) return '先选哪天。';
  const count = lengthOf(value.words.trim());
  const owesReason =
    rates && length[0] > 2 && value.result && (isDoneAgain(value.result) || value.attitude === 'dissatisfied');
  if (count > length[1]) return `太长了，最多 ${length[1]} 个字。`;
  if (count < length[0] && (count > 0 || !optional || owesReason))
    return owesReason && !count ? '不满意，要写一句为什么。' : `至少写 ${length[0]} 个字。`;
  return null;
}
