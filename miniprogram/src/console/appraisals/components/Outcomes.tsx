import { countedQuestions, ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { ALL, type Outcome, sayRule } from '../../../../../shared/voting/outcome';
import { useCountyKind } from '../../../platform/kind';
import type { Published } from './shares';

/** 名目: the word of a department in the whole county, each electorate apart, question by question, and the rule that makes it. */
export function Outcomes({ published, subject }: { published: Published; subject: number }) {
  const kind = useCountyKind();
  const { outcome, outcomes = [], electorates } = published;
  if (!outcome) return null;
  const of = outcomes.filter((one) => one.subject === subject);
  const questions = countedQuestions(published);
  const rows = [...new Set(of.map(({ question }) => question))];
  return (
    <>
      <h3 className="heading space-above-4">{`名目（全${kind}）`}</h3>
      <table className="numbers">
        <thead>
          <tr>
            <td />
            {electorates.map((who) => (
              <th key={who} scope="col">
                {ELECTORATE_WORDS[who]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((question) => (
            <tr key={question} className={question === ALL ? 'numbers-base' : ''}>
              <th scope="row">{question === ALL ? '各条合起来' : questions[question]?.words}</th>
              {electorates.map((who) => (
                <td key={who}>{wordIn(of, who, question)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{sayRule(outcome)}</p>
    </>
  );
}

export function wordIn(outcomes: readonly Outcome[], electorate: Outcome['electorate'], question: number): string {
  return outcomes.find((one) => one.electorate === electorate && one.question === question)?.word ?? '';
}
