import Taro from '@tarojs/taro';
import { create, type Draft, preparation } from '../../../../../shared/appraisals/contract';
import { STATES, type State } from '../../../../../shared/appraisals/states';
import { useAct } from '../../../platform/act';
import { useToday } from '../../../platform/clock';
import { sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { CONSOLE_PAGES } from '../../ui/pages';
import { usualClose } from './closing';
import { USUAL_QUESTIONS } from './draft';
import { type Department, useDepartments } from './useDepartments';

type Props = { all: readonly { id: string; title: string; state: State; follows?: string | null }[]; known: boolean };

/** 新建一次: as the last one that was held, where there is one; what only asked whether it got better is no beginning. */
export function Begin({ all, known }: Props) {
  const today = useToday();
  const last = all.find(({ state, follows }) => STATES[state].public && !follows) ?? null;
  const county = useDepartments();
  const before = useCall(preparation, { id: last?.id ?? '' }, { enabled: last !== null });
  const act = useAct(create, ['appraisals']);
  const ready = known && county.departments && (!last || before.data);
  const begin = () => {
    const departments = county.departments ?? [];
    const draft = beginning(before.data?.draft ?? null, departments, {
      year: today.slice(0, 4),
      closesAt: usualClose(today),
    });
    act.send({ draft }, ({ id }) => void Taro.redirectTo({ url: `${CONSOLE_PAGES.appraisal}?id=${id}` }));
  };
  const error = act.error ?? county.error ?? before.error;
  return (
    <div>
      <div className="row wrap">
        <span className="grow secondary begin-words">
          {last
            ? `问卷、部门和人，先从“${last.title}”拿过来，都能改。`
            : '部门按名册放好，问卷先放四条常用的，都能改。'}
        </span>
        <Button icon="plus" disabled={!ready} busy={act.isPending && '正在建…'} onPress={begin}>
          新建一次
        </Button>
      </div>
      {error && (
        <div className="space-above-3">
          <Notice tone="late">{sayFault(error)}</Notice>
        </div>
      )}
    </div>
  );
}

/** Departments that are not on the roll any more are left out; those that came since are not put in by themselves. */
function beginning(
  last: Draft | null,
  departments: readonly Department[],
  { year, closesAt }: { year: string; closesAt: string },
): Draft {
  const title = `${year} 年度部门评议`;
  if (!last)
    return {
      title,
      closesAt,
      electorates: ['residents', 'deputies'],
      asks: null,
      threshold: 5,
      questions: [...USUAL_QUESTIONS],
      departments: departments.map(({ id, about }) => (about ? { id, about } : { id })),
    };
  const still = new Set(departments.map(({ id }) => id));
  return { ...last, title, closesAt, departments: last.departments.filter(({ id }) => still.has(id)) };
}
