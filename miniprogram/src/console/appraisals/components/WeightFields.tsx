import { ELECTORATE_WORDS, ELECTORATES, type Electorate, type Weights } from '../../../../../shared/voting/definition';
import { sayHowWeighed } from '../../../../../shared/voting/weighted';
import { Field } from '../../../ui/Field';
import { weightsFault } from './draft';
import { Toggle } from './Toggle';
import type { Writing } from './useDraft';

const BEGINNING: Weights = { residents: 60, deputies: 40 };
const WHETHER = '县里定了两边各占多少，才用。不折算，就不打勾';
const OTHER: Record<Electorate, Electorate> = { residents: 'deputies', deputies: 'residents' };

/** 折算: whether one figure of both stands beside the two, and how much each weighs in it. What one weighs the other is left. */
export function WeightFields({ writing: { draft, change } }: { writing: Writing }) {
  const { weights, electorates } = draft;
  if (electorates.length < 2 && !weights) return null;
  const type = (one: Electorate, typed: string) => {
    const percent = Number(typed.replace(/\D/g, '').slice(0, 3));
    const left = percent > 0 && percent < 100 ? { [OTHER[one]]: 100 - percent } : {};
    change({ weights: { ...BEGINNING, ...weights, [one]: Math.min(percent, 100), ...left } });
  };
  return (
    <>
      <Toggle on={Boolean(weights)} onPress={() => change({ weights: weights ? null : BEGINNING })} note={WHETHER}>
        旁边再放一个折算的数
      </Toggle>
      {weights && (
        <>
          {ELECTORATES.map((one) => (
            <Field
              key={one}
              kind="number"
              label={`${ELECTORATE_WORDS[one]}占百分之几`}
              maxLength={3}
              value={weights[one] ? String(weights[one]) : ''}
              fault={one === 'deputies' ? weightsFault(draft) : null}
              onInput={(typed) => type(one, typed)}
            />
          ))}
          <p className="note">{sayHowWeighed(weights)}</p>
        </>
      )}
    </>
  );
}
