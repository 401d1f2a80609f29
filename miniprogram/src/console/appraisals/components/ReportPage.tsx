import { useState } from 'react';
import { printReport } from '../../../../../shared/appraisals/contract/office';
import { READ_A_MINUTE } from '../../../../../shared/appraisals/limits';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Notice } from '../../../ui/Notice';
import { Press } from '../../../ui/Press';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/useKeys';
import { ReportBlock } from './ReportBlock';
import { ReportEditor } from './ReportEditor';
import { ReportReaders } from './ReportReaders';
import type { Shown, Which } from './report-shown';
import { Scroll } from './Scroll';
import './Report.scss';

const KINDS = { pdf: '打印 A4', docx: '.docx，在 WPS 里改', xlsx: '.xlsx 表格' } as const;
type Kind = keyof typeof KINDS;

/** The report as it will be read out: what stands in it, how long it takes, and what may be changed. */
export function ReportPage({ which, shown }: { which: Which; shown: Shown }) {
  const { report } = shown;
  const [at, setAt] = useState(0);
  const [writing, setWriting] = useState(false);
  const go = (to: number) => {
    const next = Math.min(report.sections.length - 1, Math.max(0, to));
    setAt(next);
    document.querySelectorAll('.report-section')[next]?.scrollIntoView({ block: 'start' });
  };
  const files = useFiles(which);
  useKeys({ '[': () => go(at - 1), ']': () => go(at + 1), p: () => files.make('pdf') });
  if (writing) return <ReportEditor which={which} shown={shown} onClose={() => setWriting(false)} />;
  const minutes = Math.max(1, Math.round((report.letters / READ_A_MINUTE) * 2) / 2);
  return (
    <div className="report">
      <nav className="report-outline" aria-label="报告目录">
        <ol>
          {report.sections.map(({ id, title }, index) => (
            <li key={id}>
              <Press role="link" className={`report-link ${index === at ? 'on' : ''}`} onPress={() => go(index)}>
                {title}
              </Press>
            </li>
          ))}
        </ol>
        <p className="note space-above-3 keys-note" aria-hidden="true">
          <Kbd>[</Kbd> <Kbd>]</Kbd> 上一节、下一节
        </p>
      </nav>
      <Scroll className="report-scroll" label="评议报告">
        <article className="panel report-paper">
          <p className="secondary report-place">{report.place}</p>
          <h2 className="report-title">{report.title}</h2>
          <p className="secondary report-under">{report.under}</p>
          {report.sections.map(({ id, title, blocks }) => (
            <section key={id} className="report-section" aria-label={title}>
              <h3 className="heading">{title}</h3>
              {blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a report is drawn anew as a whole
                <ReportBlock key={index} block={block} />
              ))}
            </section>
          ))}
          <footer className="note report-foot">
            <p className="report-root">{`校验值 ${report.root.replace(/(.{4})(?=.)/g, '$1 ')}`}</p>
            <p>{report.foot}</p>
          </footer>
        </article>
      </Scroll>
      <aside className="stack report-side">
        <section className="panel" aria-label="打印和下载">
          <h3 className="heading">打印和下载</h3>
          <div className="stack space-above-2">
            {(Object.keys(KINDS) as Kind[]).map((kind) => (
              <Button key={kind} kind="line" busy={files.making === kind && '正在做…'} onPress={() => files.make(kind)}>
                {KINDS[kind]} {kind === 'pdf' && <Kbd>P</Kbd>}
              </Button>
            ))}
          </div>
          <div role="status">
            {files.error && <Notice tone="late">{sayFault(files.error)}</Notice>}
            {files.made && (
              <Notice tone="ok">
                <span className="block">做好了，10 分钟内打开。</span>
                <a className="open-link" href={files.made.url} target="_blank" rel="noopener noreferrer">
                  {`打开：${KINDS[files.made.kind]}`}
                </a>
              </Notice>
            )}
          </div>
        </section>
        <section className="panel" aria-label="哪些能改">
          <h3 className="heading">哪些能改</h3>
          <p className="secondary space-above-1">
            三、四两节站里能挑、能写，话一句句来自放行的。日子能填。数和表不能改。
          </p>
          <div className="row space-above-2">
            <Button onPress={() => setWriting(true)}>改三、四两节</Button>
          </div>
        </section>
        <section className="panel" aria-label="念一遍">
          <h3 className="heading">念一遍</h3>
          <p className="secondary space-above-1">{`照 1 分钟 ${READ_A_MINUTE} 字，念完约 ${minutes} 分钟，表里的数不念。`}</p>
          <Given minutes={minutes} given={shown.body.minutes} />
        </section>
        <ReportReaders which={which} shown={shown} />
      </aside>
    </div>
  );
}

/** What the meeting gives for it, and whether it is read to its end in that. */
function Given({ minutes, given }: { minutes: number; given: number | null }) {
  if (given === null) return <p className="note space-above-1">大会给几分钟还没填，点“改三、四两节”填。</p>;
  if (minutes <= given)
    return (
      <p className="text-ok space-above-1">
        <Icon name="check" /> {`大会给 ${given} 分钟，够念。`}
      </p>
    );
  return (
    <div className="space-above-2">
      <Notice tone="wait">{`大会给 ${given} 分钟，多出约 ${minutes - given} 分钟。三、四两节少写几条，或者当场少念几节。`}</Notice>
    </div>
  );
}

/** Files are made when somebody asks for one. */
function useFiles(which: Which) {
  const { send, isPending, error } = useAct(printReport);
  const [making, setMaking] = useState<Kind | null>(null);
  const [made, setMade] = useState<{ kind: Kind; url: string } | null>(null);
  const make = (as: Kind) => {
    setMaking(as);
    setMade(null);
    void send({ ...which, as }, ({ url }) => setMade({ kind: as, url }));
  };
  return { making: isPending ? making : null, made, error, make };
}
