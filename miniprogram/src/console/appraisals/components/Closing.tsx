import { file, preparation, results } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useCall } from '../../../platform/query';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import { sayClose, sayMoment } from './closing';
import { FiveNumbers } from './FiveNumbers';
import { Hash } from './Hash';
import { PublishedSlips } from './PublishedSlips';
import { Scroll } from './Scroll';
import { SealedBox } from './SealedBox';
import type { Prepared } from './useDraft';
import { useEvery } from './useEvery';
import './Closing.css';

const AGAIN_MS = 10_000;

/** 关票 (44e): each step as it happened, the numbers beside each other, and what anybody checks it by. */
export function Closing({ prepared }: { prepared: Prepared }) {
  const { id, count, events, draft } = prepared;
  const published = momentOf(events, 'published');
  const again = useCall(preparation, { id }).refetch;
  useEvery(AGAIN_MS, () => void (published || again()));
  const result = useCall(results, { id }, { enabled: published !== null }).data;
  return (
    <Scroll className="closing" label="关票">
      <Phases
        opened={momentOf(events, 'opened')}
        closesAt={draft.closesAt}
        counted={count?.countedAt}
        published={published}
      />
      {result?.numbers && <FiveNumbers published={result} />}
      {result?.slips && <PublishedSlips stations={result.slips} />}
      <div className="closing-columns">
        <section className="panel" aria-label="那天晚上">
          <div className="row between wrap">
            <h2 className="heading">那天晚上</h2>
            <span className="note">都是机器自己做的，没有人点</span>
          </div>
          <ol>
            {stepsOf(prepared, published).map((step) => (
              <Happened key={step.what} {...step} />
            ))}
          </ol>
          {count && <Equation count={count} result={result} />}
        </section>
        <section className="panel" aria-label="校验值">
          <h2 className="heading">校验值</h2>
          {result ? (
            <>
              <div className="space-above-2">
                <Hash label="校验值" value={result.root} />
              </div>
              <p className="secondary space-above-2">印在评议报告上。改一张票，它就变。</p>
              <Download id={id} />
            </>
          ) : (
            <p className="secondary space-above-2">公布的时候，它在这里。</p>
          )}
        </section>
      </div>
    </Scroll>
  );
}

function momentOf(events: Prepared['events'], kind: string): string | null {
  return events.find((event) => event.kind === kind)?.at ?? null;
}

type StepProps = { what: string; note: string; at: string | null };

function stepsOf({ draft, count, events }: Prepared, published: string | null): StepProps[] {
  const closed = momentOf(events, 'closed');
  const hidden = count?.hidden;
  return [
    { what: '到点关票', note: '晚到的没收，都当面说了“晚了一步”', at: closed ? draft.closesAt : null },
    ...(count?.removed === undefined
      ? []
      : [
          {
            what: '去掉重的',
            note: `手机投过、又领了纸票的，手机那 ${count.removed} 张这时去掉，当面说过`,
            at: closed,
          },
        ]),
    { what: '销毁钥匙', note: '钥匙没了，谁投的再也对不上', at: count?.keyDestroyedAt ?? null },
    {
      what: '数票',
      note: count ? sayCounted(count) : '一张一张打开来数',
      at: count?.countedAt ?? null,
    },
    {
      what: '藏起人太少的格子',
      note: hidden
        ? `${hidden.small} 格不到 ${draft.threshold} 人，另有 ${hidden.cells - hidden.small} 格一起藏，免得减出来`
        : '免得看出是谁说的',
      at: count?.countedAt ?? null,
    },
    { what: '公布票单和校验值', note: '一份不变的文件，多少人同时看都行', at: published },
  ];
}

function Happened({ what, note, at }: StepProps) {
  return (
    <li className="closing-step">
      <span className={`closing-mark ${at ? 'done' : ''}`} aria-hidden="true">
        <Icon name={at ? 'check' : 'clock'} />
      </span>
      <span className="grow">
        <b className="block">{what}</b>
        <span className="note">{note}</span>
      </span>
      <span className="note">{at ? sayMoment(at) : '还没到'}</span>
    </li>
  );
}

type PhasesProps = { opened: string | null; closesAt: string; counted?: string; published: string | null };

function Phases({ opened, closesAt, counted, published }: PhasesProps) {
  const phases = [
    {
      title: '封着',
      when: opened ? `${sayMoment(opened)} 到 ${sayClose(closesAt)}` : sayClose(closesAt),
      words: '能投、能改，谁也看不到结果。',
      on: false,
    },
    {
      title: '先毁钥匙，再数',
      when: counted ? sayMoment(counted) : '正在数',
      words: '钥匙没了，谁投的再也对不上。然后才打开，一张一张数。',
      on: !published,
    },
    {
      title: published ? '公布了' : '还没公布',
      when: published ? sayMoment(published) : '数完了就公布',
      words: '票单、算法、结果一起放出来。谁都能自己数一遍。',
      on: published !== null,
    },
  ];
  return (
    <ol className="closing-phases">
      {phases.map(({ title, when, words, on }, at) => (
        <li key={title} className={`panel ${on ? 'closing-now' : ''}`}>
          <div className="row">
            <SealedBox open={at === 2} />
            <span>
              <span className="note block">{when}</span>
              <b className="heading">{title}</b>
            </span>
          </div>
          <p className="secondary space-above-2">{words}</p>
        </li>
      ))}
    </ol>
  );
}

type Count = NonNullable<Prepared['count']>;

function sayCounted({ inBox, counted }: Count): string {
  const spoilt = inBox - counted;
  return `一张一张打开，数了 ${counted} 张${spoilt ? `。有 ${spoilt} 张在数据库里被人改过，打不开，没有算` : ''}`;
}

/** 进了票箱 = 数了 = 公布. */
function Equation({ count, result }: { count: Count; result?: Reply<typeof results> }) {
  const ballots = Object.values(result?.ballots ?? {});
  const sum = (channel: 'phone' | 'paper' | 'table') => ballots.reduce((sum, one) => sum + (one[channel] ?? 0), 0);
  const [phone, paper, table] = [sum('phone'), sum('paper'), sum('table')];
  const parts: (readonly [number, string] | '=' | '+')[] = [
    [count.inBox, '进了票箱'],
    '=',
    [count.counted, '数了'],
    ...(result ? (['=', [phone, '手机公布'], '+', [paper, '纸票公布']] as const) : []),
    ...(table ? (['+', [table, '代填公布']] as const) : []),
  ];
  const agrees = count.inBox === count.counted && (!result || phone + paper + table === count.counted);
  return (
    <div className="closing-equation">
      {parts.map((part, at) =>
        typeof part === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a formula never changes places
          <span key={at}>{part}</span>
        ) : (
          <span key={part[1]} className="closing-number">
            <b>{part[0]}</b>
            {part[1]}
          </span>
        ),
      )}
      <Tag icon={agrees ? 'check' : 'alert'} tone={agrees ? 'ok' : 'late'}>
        {agrees ? (result ? '三处一样' : '一样') : '对不上'}
      </Tag>
    </div>
  );
}

function Download({ id }: { id: string }) {
  const { data } = useCall(file, { id });
  return (
    <p className="space-above-2">
      {data && (
        <a className="open-link" href={data.url} target="_blank" rel="noopener noreferrer">
          下载票单
        </a>
      )}
      {' · '}
      <a className="open-link" href="/verify.mjs" download="verify.mjs">
        下载数票的程序
      </a>
      <span className="note block">
        两个放在一起，装了 Node.js 的电脑上，谁都能自己数一遍。算出来的校验值要和上面一样：
      </span>
      <code className="note block">{`node verify.mjs ${id}.txt`}</code>
    </p>
  );
}
