import { ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { sayWeights } from '../../../../../shared/voting/weighted';
import { sayClose } from './closing';
import { askedCount, saySlipsTwice } from './draft';
import { Hash } from './Hash';
import { AboutTable } from './Overview';
import { QuestionCard } from './QuestionCard';
import { Scroll } from './Scroll';
import { useDepartments } from './useDepartments';
import type { Prepared } from './useDraft';
import './Written.css';

/** What was written, to be read: frozen since the opening, or given up. */
export function Written({ prepared: { draft, frozen } }: { prepared: Prepared }) {
  const departments = useDepartments().departments ?? [];
  const subjects = draft.departments.map(({ id, about = '' }) => ({
    id,
    name: departments.find((one) => one.id === id)?.name ?? '',
    about,
  }));
  return (
    <Scroll className="written" label="写好的">
      <section className="panel" aria-label="问卷">
        <h2 className="heading">问卷</h2>
        <ol className="form-column space-above-2">
          {draft.questions.map((question, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nobody changes them any more
            <li key={index}>
              <QuestionCard number={index + 1} question={question} />
            </li>
          ))}
        </ol>
        <h2 className="heading space-above-4">{`部门 ${subjects.length} 个，每人评 ${askedCount(draft)} 个`}</h2>
        <AboutTable subjects={subjects} />
      </section>
      <section className="panel" aria-label="冻住的">
        <h2 className="heading">{frozen ? '冻住了，谁也改不了' : '没有开票'}</h2>
        <p className="space-above-2">{`谁来评：${draft.electorates.map((one) => ELECTORATE_WORDS[one]).join('、')}，分开报`}</p>
        <p>{`${sayClose(draft.closesAt)} 关票`}</p>
        <p>{`不到 ${draft.threshold} 人的不公布`}</p>
        {draft.weights && <p>{`折算：${sayWeights(draft.weights)}，放在两边的数旁边`}</p>}
        <p>{saySlipsTwice(draft)}</p>
        {frozen && (
          <div className="space-above-3">
            <p className="secondary">指纹：改一个字，它就变。</p>
            <Hash label="指纹" value={frozen} />
          </div>
        )}
      </section>
    </Scroll>
  );
}
