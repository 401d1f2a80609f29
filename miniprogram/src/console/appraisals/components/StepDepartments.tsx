import { LENGTHS } from '../../../../../shared/appraisals/limits';
import { lengthOf } from '../../../../../shared/kernel/text';
import { LIMITS } from '../../../../../shared/voting/limits';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import type { Department } from './useDepartments';
import type { Writing } from './useDraft';
import './StepDepartments.css';

/** 评哪些部门: in the order of the roll, each with a line of what it is for. */
export function StepDepartments({ writing, departments }: { writing: Writing; departments: readonly Department[] }) {
  const { draft, change } = writing;
  const chosen = new Map(draft.departments.map((one) => [one.id, one]));
  // In the roll's order, whatever order they were ticked in.
  const put = (next: Map<string, { id: string; about?: string }>) =>
    change({ departments: departments.flatMap(({ id }) => next.get(id) ?? []) });
  const beginningOf = (id: string) => ({ id, about: departments.find((one) => one.id === id)?.about });
  const tick = (id: string) => {
    const next = new Map(chosen);
    if (!next.delete(id)) next.set(id, beginningOf(id));
    put(next);
  };
  const write = (id: string, about: string) => put(new Map(chosen).set(id, { id, about }));
  const gone = draft.departments.filter(({ id }) => !departments.some((one) => one.id === id)).length;
  if (!departments.length)
    return <p className="secondary">名册里还没有部门。先在“名册”的表格里填上部门，导入了再来。</p>;
  return (
    <>
      <div className="row wrap">
        <span className="grow secondary">{`按名册排，选了 ${draft.departments.length} 个，名册上有 ${departments.length} 个。`}</span>
        <Button
          kind="line"
          small
          disabled={departments.length > LIMITS.subjects}
          onPress={() => put(new Map(departments.map(({ id }) => [id, chosen.get(id) ?? beginningOf(id)])))}
        >
          都选上
        </Button>
      </div>
      {gone > 0 && <p className="text-late space-above-2">{`有 ${gone} 个部门不在名册上了，勾一下别的就会去掉。`}</p>}
      <ul className="space-above-2" aria-label="部门">
        {departments.map((one) => (
          <Row
            key={one.id}
            name={one.name}
            chosen={chosen.get(one.id)}
            onTick={() => tick(one.id)}
            onWrite={(about) => write(one.id, about)}
          />
        ))}
      </ul>
    </>
  );
}

type RowProps = { name: string; chosen?: { about?: string }; onTick: () => void; onWrite: (about: string) => void };

function Row({ name, chosen, onTick, onWrite }: RowProps) {
  const { about = '' } = chosen ?? {};
  const most = LENGTHS.about[1];
  return (
    <li className="departments-row">
      <Press role="switch" on={Boolean(chosen)} className={`departments-tick ${chosen ? 'on' : ''}`} onPress={onTick}>
        <span className="departments-box">{chosen && <Icon name="check" />}</span>
        <b>{name}</b>
      </Press>
      {chosen && (
        <span className="field-box departments-about">
          <input
            className="select-input"
            value={about}
            placeholder="管什么，比如：修路养路、公交车"
            aria-label={`${name}管什么`}
            onChange={({ target }) => onWrite(target.value)}
          />
          {!about.trim() && (
            <span className="text-late departments-warning">
              <Icon name="alert" /> 还没写
            </span>
          )}
          {lengthOf(about.trim()) > most && (
            <span className="text-late departments-warning">{`最多 ${most} 个字`}</span>
          )}
        </span>
      )}
    </li>
  );
}
