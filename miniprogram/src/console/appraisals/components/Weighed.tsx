import { countedQuestions } from '../../../../../shared/voting/definition';
import { ALL } from '../../../../../shared/voting/outcome';
import { sayHowWeighed, sayShare, sayWeightedCell } from '../../../../../shared/voting/weighted';
import { useCountyKind } from '../../../platform/kind';
import type { Published } from './shares';

/** 折算: both electorates apart, and beside them the one figure that the county's weights make of them. */
export function Weighed({ published, subject }: { published: Published; subject: number }) {
  const kind = useCountyKind();
  const { weights, weighted = [] } = published;
  if (!weights) return null;
  const questions = countedQuestions(published);
  return (
    <>
      <h3 className="heading space-above-4">{`满意率和折算（全${kind}）`}</h3>
      <table className="numbers">
        <thead>
          <tr>
            <td />
            {['居民', '代表', '折算'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weighted
            .filter((one) => one.subject === subject)
            .map(({ question, share, weighted }) => (
              <tr key={question} className={question === ALL ? 'numbers-base' : ''}>
                <th scope="row">{question === ALL ? '各条合起来' : questions[question]?.words}</th>
                <td>{sayShare(share.residents)}</td>
                <td>{sayShare(share.deputies)}</td>
                <td className={typeof weighted === 'number' ? '' : 'numbers-why'}>{sayWeightedCell(weighted)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="note">{sayHowWeighed(weights)}</p>
    </>
  );
}
