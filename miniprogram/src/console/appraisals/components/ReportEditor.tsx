import { useState } from 'react';
import { writeReport } from '../../../../../shared/appraisals/contract';
import { LENGTHS, LIMITS } from '../../../../../shared/appraisals/limits';
import type { ReportBody } from '../../../../../shared/appraisals/report';
import { said } from '../../../../../shared/voting/contract';
import { sayFault } from '../../../platform/faults';
import { usePages } from '../../../platform/query';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { More } from '../../../ui/More';
import { Notice } from '../../../ui/Notice';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/Toast';
import type { Shown, Which } from './report-shown';
import { Scroll } from './Scroll';

type Props = { which: Which; shown: Shown; onClose: () => void };
const DAYS = { meetingOn: '评议大会哪天开', answerBy: '部门哪天前写出整改', postOn: '哪天在站里贴出来' } as const;
type DayName = keyof typeof DAYS;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Sections three and four, and the days. What is written stays on this computer until it is stored; who was faster is said, and nothing is lost. */
export function ReportEditor({ which, shown, onClose }: Props) {
  const form = useForm<ReportBody>(`report.${which.id}.${which.station ?? ''}`, shown.body, {
    refreshes: ['appraisals.report'],
  });
  const [seen, setSeen] = useState(shown.version);
  const { value, change } = form;
  const why = faultOf(value);
  const save = () =>
    form.send(writeReport, { ...which, version: seen, body: value }, () => {
      toast('都存好了');
      onClose();
    });
  return (
    <Scroll className="report-editor" label="改三、四两节">
      <section className="panel" aria-label="日子和时间">
        <h2 className="heading">日子和时间</h2>
        <div className="form-column space-above-2">
          {(Object.keys(DAYS) as DayName[]).map((name) => (
            <Field
              key={name}
              label={DAYS[name]}
              placeholder="像 2026-12-18，没定就空着"
              maxLength={10}
              value={value[name] ?? ''}
              onInput={(text) => change({ [name]: text.trim() || null })}
            />
          ))}
          <Field
            label="大会给几分钟"
            kind="number"
            placeholder="像 5，没定就空着"
            maxLength={2}
            value={value.minutes ? String(value.minutes) : ''}
            onInput={(text) => change({ minutes: Number(text.replace(/\D/g, '')) || null })}
          />
        </div>
      </section>
      <Topics which={which} value={value} onChange={(topics) => change({ topics })} />
      <Asks shown={shown} value={value} onChange={(asks) => change({ asks })} />
      {seen !== shown.version ? (
        <Notice tone="wait" icon="alert">
          <span className="block">刚才有人改过这份报告，您写的还在。</span>
          <Button small kind="line" onPress={() => setSeen(shown.version)}>
            我知道了，用我写的
          </Button>
        </Notice>
      ) : (
        form.error && <Notice tone="late">{sayFault(form.error)}</Notice>
      )}
      <div className="row wrap">
        <Button busy={form.isPending && '正在存…'} disabled={why !== null || seen !== shown.version} onPress={save}>
          存
        </Button>
        <Button kind="line" onPress={onClose}>
          先不改
        </Button>
        {why && <span className="note">{why}</span>}
      </div>
    </Scroll>
  );
}

function faultOf({ topics, asks, minutes, ...days }: ReportBody): string | null {
  if ((Object.keys(DAYS) as DayName[]).some((name) => days[name] && !DAY.test(days[name] ?? '')))
    return '日子要像 2026-12-18。';
  if (minutes && minutes > LIMITS.minutes) return `大会给的时间最多 ${LIMITS.minutes} 分钟。`;
  if (topics.some(({ title, word }) => !title.trim() || !word)) return '第三节每件事要有名目，还要选一句话。';
  if (asks.some(({ subject, words }) => !subject || words.trim().length < LENGTHS.ask[0]))
    return '第四节每条要选部门、写问题。';
  return null;
}

type TopicsProps = { which: Which; value: ReportBody; onChange: (topics: ReportBody['topics']) => void };

function Topics({ which, value: { topics }, onChange }: TopicsProps) {
  const list = usePages(said, which);
  const choices = list.items.map(({ id, subject, words }) => ({ value: id, words: `${subject}：${words}` }));
  const put = (at: number, next: Partial<ReportBody['topics'][number]>) =>
    onChange(topics.map((one, index) => (index === at ? { ...one, ...next } : one)));
  return (
    <section className="panel" aria-label="三、写得多的事">
      <h2 className="heading">三、写得多的事</h2>
      {!choices.length && <p className="secondary">还没有能挑的话：写的话公布了，这个站有放行的，才能挑。</p>}
      <ol className="form-column space-above-2">
        {topics.map(({ title, word }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a topic is its place
          <li key={at} className="report-field">
            <Field
              label={`第 ${at + 1} 件叫什么`}
              maxLength={LENGTHS.topic[1]}
              value={title}
              onInput={(next) => put(at, { title: next })}
            />
            <Select
              label={`第 ${at + 1} 件，选一句放行的话`}
              value={word}
              options={choices}
              empty="选一句"
              onChoose={(next) => put(at, { word: next })}
            />
            <Button small kind="line" onPress={() => onChange(topics.filter((_, index) => index !== at))}>
              {`去掉第 ${at + 1} 件`}
            </Button>
          </li>
        ))}
      </ol>
      <More {...list} />
      <Button
        small
        kind="line"
        icon="plus"
        disabled={topics.length >= LIMITS.topics || !choices.length}
        onPress={() => onChange([...topics, { title: '', word: '' }])}
      >
        加一件
      </Button>
    </section>
  );
}

type AsksProps = { shown: Shown; value: ReportBody; onChange: (asks: ReportBody['asks']) => void };

function Asks({ shown: { subjects }, value: { asks }, onChange }: AsksProps) {
  const put = (at: number, next: Partial<ReportBody['asks'][number]>) =>
    onChange(asks.map((one, index) => (index === at ? { ...one, ...next } : one)));
  const choices = subjects.map(({ id, name }) => ({ value: id, words: name }));
  return (
    <section className="panel" aria-label="四、请部门当场答">
      <h2 className="heading">四、请部门当场答</h2>
      <ol className="form-column space-above-2">
        {asks.map(({ subject, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          <li key={at} className="report-field">
            <Select
              label={`第 ${at + 1} 条，请哪个部门答`}
              value={subject}
              options={choices}
              empty="选部门"
              onChoose={(next) => put(at, { subject: next })}
            />
            <Field
              label={`第 ${at + 1} 条问什么`}
              maxLength={LENGTHS.ask[1]}
              value={words}
              onInput={(next) => put(at, { words: next })}
            />
            <Button small kind="line" onPress={() => onChange(asks.filter((_, index) => index !== at))}>
              {`去掉第 ${at + 1} 条`}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        small
        kind="line"
        icon="plus"
        disabled={asks.length >= LIMITS.asks}
        onPress={() => onChange([...asks, { subject: '', words: '' }])}
      >
        加一条
      </Button>
    </section>
  );
}
