import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { current, results } from '../../../../../shared/appraisals/contract';
import { countedQuestions, ELECTORATE_WORDS, type Electorate } from '../../../../../shared/voting/definition';
import { Said } from '../../../appraisals/components/Said';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Segment } from '../../../ui/Segment';
import { Skeleton } from '../../../ui/Skeleton';
import { CONSOLE_PAGES } from '../../ui/pages';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/Toast';
import { Closing } from './Closing';
import { copiedOf } from './copied';
import { DepartmentPanel } from './DepartmentPanel';
import { earlierOf } from './earlier';
import { Matrix, sayBase, sayHidden } from './Matrix';
import { Rectify } from './Rectify';
import { Scroll } from './Scroll';
import { measuresOf, type Published } from './shares';
import type { Prepared } from './useDraft';
import { Written } from './Written';
import './Results.scss';
import './Running.css';

const VIEWS = [
  { value: 'results', words: '结果' },
  { value: 'rectify', words: '整改' },
  { value: 'said', words: '大家写的话' },
  { value: 'closing', words: '怎么数的' },
  { value: 'written', words: '冻住的问卷' },
] as const;
const OF_ALL: readonly string[] = ['results', 'said'];

/** 公布了 (16): what came of it; for the office also how it was counted, and what was asked. */
export function Results({ id, prepared }: { id: string; prepared?: Prepared }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('results');
  return (
    <>
      <div className="running-bar">
        <Segment
          label="看什么"
          options={VIEWS.filter(({ value }) => prepared || OF_ALL.includes(value))}
          value={view}
          onChoose={setView}
        />
        <Button kind="line" small onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.report}?id=${id}` })}>
          评议报告
        </Button>
        {prepared && (
          <Button kind="line" small onPress={() => Taro.redirectTo({ url: `${CONSOLE_PAGES.words}?id=${id}` })}>
            审写的话
          </Button>
        )}
      </div>
      {view === 'results' && <Fetched id={id} />}
      {prepared && view === 'rectify' && <Rectify id={id} />}
      {view === 'said' && (
        <Scroll className="results-said" label="大家写的话">
          <Said id={id} />
        </Scroll>
      )}
      {prepared && view === 'closing' && <Closing prepared={prepared} />}
      {prepared && view === 'written' && <Written prepared={prepared} />}
    </>
  );
}

function Fetched({ id }: { id: string }) {
  const { data, error, refetch } = useCall(results, { id });
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  return <Table published={data} />;
}

/** What was published the time before; null as long as it is not there: this year's is shown without it. */
function useEarlier(id: string): Published | null {
  const before = earlierOf(useCall(current, {}).data?.appraisals ?? [], id);
  return useCall(results, { id: before ?? '' }, { enabled: before !== null }).data ?? null;
}

function Table({ published }: { published: Published }) {
  const earlier = useEarlier(published.id);
  const questions = countedQuestions(published);
  const [question, setQuestion] = useState(0);
  const [electorate, setElectorate] = useState<Electorate>(published.electorates[0] ?? 'residents');
  const [measured, setMeasured] = useState(0);
  const [subject, setSubject] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const asked = questions[question] ?? questions[0];
  if (!asked) return null;
  const measures = measuresOf(asked);
  const measure = measures[measured] ?? measures[0];
  if (!measure) return null;
  const copy = () => {
    const table = panel.current?.querySelector('table');
    if (!table) return;
    const about = [published.title, ELECTORATE_WORDS[electorate], asked.words, `${measure.words} %`].join('\t');
    const data = copiedOf(table, { about, notes: `${sayHidden(published.threshold)}。${sayBase(asked)}` });
    Taro.setClipboardData({ data }).then(
      () => toast('这张表复制好了，到 WPS 表格里粘贴'),
      () => toast('复制不了，请从“评议报告”里下载表格'),
    );
  };
  const choose = (next: string) => {
    setQuestion(Number(next));
    setMeasured(0);
  };
  return (
    <div className="results">
      <section className="panel" aria-label="各部门在各站" ref={panel}>
        <div className="results-bar">
          <Select
            label="哪一条"
            value={String(question)}
            options={questions.map(({ words }, at) => ({ value: String(at), words }))}
            onChoose={choose}
          />
          <Segment
            label="看多少人说"
            options={measures.map(({ words }, at) => ({ value: String(at), words }))}
            value={String(measured)}
            onChoose={(next) => setMeasured(Number(next))}
          />
          <Segment
            label="谁评的"
            options={published.electorates.map((value) => ({ value, words: ELECTORATE_WORDS[value] }))}
            value={electorate}
            onChoose={setElectorate}
          />
          <Button kind="line" small icon="copy" label="复制这张表" onPress={copy}>
            复制
          </Button>
        </div>
        <Matrix
          published={published}
          place={{ electorate, question }}
          asked={asked}
          measure={measure}
          chosen={subject}
          onChoose={setSubject}
        />
      </section>
      <DepartmentPanel
        published={published}
        earlier={earlier}
        subject={subject}
        place={{ electorate, question }}
        measure={measure}
      />
    </div>
  );
}
