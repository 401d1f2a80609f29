import type { Draft } from '../../../../../shared/appraisals/contract';
import { canonical } from '../../../../../shared/voting/definition';
import { DENOMINATORS, type MajorityRule } from '../../../../../shared/voting/majority';
import { DENOMINATOR_WORDS, percentOutcome, sayRule, USUAL_OUTCOME } from '../../../../../shared/voting/outcome';
import { Select } from '../../ui/Select';

type Props = { draft: Draft; onChange: (rule: MajorityRule) => void };

const HALF = 'half';
/** 满意率 from which it is 满意, and from which 基本满意. */
const PERCENTS = [
  [80, 60],
  [85, 70],
  [90, 60],
  [90, 70],
] as const;

const WAYS = [
  { value: HALF, words: '过半数', rule: USUAL_OUTCOME },
  ...PERCENTS.map(([good, fair]) => ({
    value: `${good}/${fair}`,
    words: `满意率到 ${good}% 是满意，到 ${fair}% 是基本满意`,
    rule: percentOutcome('valid', good, fair),
  })),
];

/** 名目怎么定: of whom a majority is, and how much of them. */
export function OutcomeRule({ draft, onChange }: Props) {
  const rule = draft.outcome ?? USUAL_OUTCOME;
  const way = WAYS.find(({ rule: { levels } }) => canonical(levels) === canonical(rule.levels));
  const of = DENOMINATORS.filter((one) => one !== 'roll' || draft.asks === null || rule.of === 'roll');
  return (
    <>
      <Select
        label="名目怎么定"
        value={way?.value ?? ''}
        empty={way ? undefined : '另外定的'}
        options={WAYS}
        onChoose={(value) => {
          const chosen = WAYS.find((one) => one.value === value);
          if (chosen) onChange({ ...chosen.rule, of: rule.of });
        }}
      />
      <Select
        label="按多少人算"
        value={rule.of}
        options={of.map((value) => ({ value, words: DENOMINATOR_WORDS[value] }))}
        onChoose={(value) => onChange({ ...rule, of: value as MajorityRule['of'] })}
      />
      <p className="note">{sayRule(rule)}</p>
    </>
  );
}
