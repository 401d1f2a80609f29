import { useState } from 'react';
import { results } from '../../../../../shared/appraisals/contract';
import { countedQuestions, ELECTORATE_WORDS, type Electorate } from '../../../../../shared/voting/definition';
import { useCall } from '../../../platform/query';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Segment } from '../../../ui/Segment';
import { Skeleton } from '../../../ui/Skeleton';
import { Select } from '../../ui/Select';
import { Closing } from './Closing';
import { DepartmentPanel } from './DepartmentPanel';
import { Matrix } from './Matrix';
import { Rectify } from './Rectify';
import { measuresOf, type Published } from './shares';
import type { Prepared } from './useDraft';
import { Written } from './Written';
import './Results.scss';
import './Running.css';

const VIEWS = [
  { value: 'results', words: '结果' },
  { value: 'rectify', words: '整改' },
  { value: 'closing', words: '怎么数的' },
  { value: 'written', words: '冻住的问卷' },
] as const;

/** 公布了 (16): what came of it; for the office also how it was counted, and what was asked. */
export function Results({ id, prepared }: { id: string; prepared?: Prepared }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('results');
  return (
    <>
      {prepared && (
        <div className="running-bar">
          <Segment label="看什么" options={VIEWS} value={view} onChoose={setView} />
        </div>
      )}
      {view === 'results' && <Fetched id={id} />}
      {prepared && view === 'rectify' && <Rectify id={id} />}
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

function Table({ published }: { published: Published }) {
  const questions = countedQuestions(published);
  const [question, setQuestion] = useState(0);
  const [electorate, setElectorate] = useState<Electorate>(published.electorates[0] ?? 'residents');
  const [measured, setMeasured] = useState(0);
  const [subject, setSubject] = useState(0);
  const asked = questions[question] ?? questions[0];
  if (!asked) return null;
  const measures = measuresOf(asked);
  const measure = measures[measured] ?? measures[0];
  if (!measure) return null;
  const choose = (next: string) => {
    setQuestion(Number(next));
    setMeasured(0);
  };
  return (
    <div className="results">
      <section className="panel" aria-label="各部门在各站">
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
      <DepartmentPanel published={published} subject={subject} place={{ electorate, question }} />
    </div>
  );
}
