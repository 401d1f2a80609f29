import { asksSecond, BETTER, NOT_BETTER } from '../../../shared/appraisals/second';
import { SETTLED } from '../../../shared/appraisals/states';
import { countedQuestions } from '../../../shared/voting/definition';
import { COUNTY } from '../../../shared/voting/results';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectFollowing } from '../queries';
import { type Published, publishedOf } from './published';

/** The appraisal that asks again, as far as it is; null where there is none. */
export async function secondOf(tx: Tx, { jurisdiction }: Call, id: string) {
  const second = await selectFollowing(tx, jurisdiction, id);
  return second ? { id: second.id, title: second.draft.title, state: second.state } : null;
}

/** What those say of a department who rated it low before: numbers that are published, and no others. */
export async function secondFigures(
  tx: Tx,
  call: Call,
  second: Awaited<ReturnType<typeof secondOf>>,
): Promise<(departmentId: string) => { better: number | null; notBetter: number | null }> {
  const published = second && SETTLED.includes(second.state) ? await publishedOf(tx, call, second.id) : null;
  return (departmentId) => ({
    better: countIn(published, departmentId, BETTER),
    notBetter: countIn(published, departmentId, NOT_BETTER),
  });
}

function countIn(published: Published | null, departmentId: string, answer: number): number | null {
  if (!published) return null;
  const { definition, at } = published;
  const subject = definition.subjects.findIndex(({ id }) => id === departmentId);
  const question = countedQuestions(definition).findIndex(asksSecond);
  if (subject < 0 || question < 0) return null;
  return at({ electorate: 'residents', station: COUNTY, subject, question }, answer) ?? null;
}
