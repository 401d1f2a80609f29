import Taro from '@tarojs/taro';
import { file, preparation, results } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { toast } from '../../ui/Toast';
import { sayClose, sayMoment } from './closing';
import { Equation } from './Equation';
import { FiveNumbers } from './FiveNumbers';
import { Hash } from './Hash';
import { PublishedSlips } from './PublishedSlips';
import { Scroll } from './Scroll';
import { SealedBox } from './SealedBox';
import { Tick } from './StepTrial';
import type { Prepared } from './useDraft';
import { useEvery } from './useEvery';
import './Closing.css';
import './Ticks.css';

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
          {count && <Counted count={count} result={result} />}
        </section>
        <Check id={id} count={count} result={result} />
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
      note: hidden?.cells
        ? `${hidden.cells} 格不公布：不到 ${draft.threshold} 人的，和免得减出来一起藏的`
        : hidden
          ? '没有要藏的'
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
function Counted({ count, result }: { count: Count; result?: Reply<typeof results> }) {
  const ballots = Object.values(result?.ballots ?? {});
  const sum = (channel: 'phone' | 'paper' | 'table') => ballots.reduce((sum, one) => sum + (one[channel] ?? 0), 0);
  const [phone, paper, table] = [sum('phone'), sum('paper'), sum('table')];
  const agrees = count.inBox === count.counted && (!result || phone + paper + table === count.counted);
  return (
    <Equation
      parts={[
        [count.inBox, '进了票箱'],
        '=',
        [count.counted, '数了'],
        ...(result ? (['=', [phone, '手机公布'], '+', [paper, '纸票公布']] as const) : []),
        ...(table ? (['+', [table, '代填公布']] as const) : []),
      ]}
      agrees={agrees}
      words={agrees ? (result ? '三处一样' : '一样') : '对不上'}
    />
  );
}

/** 校验值, and what is needed to come to it oneself (自己数一遍). */
function Check({ id, count, result }: { id: string; count: Count | null; result?: Reply<typeof results> }) {
  const { data } = useCall(file, { id }, { enabled: result !== undefined });
  const copy = (root: string) =>
    Taro.setClipboardData({ data: root }).then(
      () => toast('校验值复制好了'),
      () => toast('复制不了，请照着抄'),
    );
  if (!result)
    return (
      <section className="panel" aria-label="校验值">
        <h2 className="heading">校验值</h2>
        <p className="secondary space-above-2">公布的时候，它在这里。</p>
      </section>
    );
  return (
    <div className="stack">
      <section className="panel" aria-label="校验值">
        <h2 className="heading">校验值</h2>
        <div className="space-above-2">
          <Hash label="校验值" value={result.root} />
        </div>
        <p className="secondary space-above-2">印在评议报告上。改一张票，它就变。</p>
        <div className="row wrap space-above-2">
          <Button kind="line" small icon="copy" onPress={() => copy(result.root)}>
            复制
          </Button>
          {data && (
            <a className="open-link" href={data.url} target="_blank" rel="noopener noreferrer">
              下载票单
            </a>
          )}
        </div>
      </section>
      <section className="panel" aria-label="自己数一遍">
        <h2 className="heading">自己数一遍</h2>
        <p className="secondary space-above-1">
          票单和{' '}
          <a className="open-link" href="/verify.mjs" download="verify.mjs">
            数票的程序
          </a>{' '}
          放在一起，装了 Node.js 的电脑上，谁都能数：
        </p>
        <code className="closing-command space-above-2">{`node verify.mjs ${id}.txt`}</code>
        <ul className="ticks space-above-2">
          <Tick on>{count ? `${count.counted} 张，一张不多` : '一张不多'}</Tick>
          <Tick on>校验值和上面一样</Tick>
          <Tick on>每一格的数一样</Tick>
          <Tick on>看不出谁投的、什么时候投的</Tick>
        </ul>
      </section>
    </div>
  );
}
