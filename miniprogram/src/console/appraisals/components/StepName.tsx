import { LENGTHS } from '../../../../../shared/voting/limits';
import { Field } from '../../../ui/Field';
import { CloseFields } from './CloseFields';
import { sayClose } from './closing';
import type { Writing } from './useDraft';

/** 名目和日子. */
export function StepName({ writing: { draft, change } }: { writing: Writing }) {
  return (
    <div className="form-column">
      <Field
        label="名目"
        placeholder="比如：2026 年度部门评议"
        maxLength={LENGTHS.title[1]}
        value={draft.title}
        onInput={(title) => change({ title })}
      />
      <CloseFields closesAt={draft.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <p className="secondary">{`两个人开了票就能投，${sayClose(draft.closesAt)} 自己关，不用人点。`}</p>
    </div>
  );
}
