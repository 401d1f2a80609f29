import { ELECTORATE_WORDS, ELECTORATES, type Electorate } from '../../../../../shared/voting/definition';
import { LIMITS } from '../../../../../shared/voting/limits';
import { Labelled } from '../../ui/Labelled';
import { Select } from '../../ui/Select';
import { OutcomeRule } from './OutcomeRule';
import { Toggle } from './Toggle';
import type { Writing } from './useDraft';
import { WeightFields } from './WeightFields';

type Props = { writing: Writing; people: Record<Electorate, number> | null };

const NOTES: Record<Electorate, string> = {
  residents: '验过手机、住在本县、满 18 岁。开票以后验的也能评',
  deputies: '在任的各级代表，登录了才能评',
};
const TWICE = '两个人各录一遍，不一样的看着纸票再定。不勾，一个人录一遍就算';
const THRESHOLDS = [3, 5, 8, 10, 20];

/** 谁来评: who, how many departments each, and how many have to say something before it is shown. */
export function StepPeople({ writing, people }: Props) {
  const { draft, change } = writing;
  const { electorates, asks, threshold, departments, slipsTwice = true } = draft;
  const tick = (one: Electorate) =>
    change({ electorates: ELECTORATES.filter((each) => (each === one) !== electorates.includes(each)) });
  const few = Array.from({ length: Math.max(0, departments.length - 1) }, (_, at) => String(at + 1));
  const known = asks === null || few.includes(String(asks)) ? few : [...few, String(asks)];
  const thresholds = THRESHOLDS.includes(threshold) ? THRESHOLDS : [threshold, ...THRESHOLDS];
  return (
    <div className="form-column">
      <Labelled label="请谁来评">
        {ELECTORATES.map((one) => (
          <Toggle key={one} on={electorates.includes(one)} onPress={() => tick(one)} note={NOTES[one]}>
            {people ? `${ELECTORATE_WORDS[one]} ${people[one]} 位` : ELECTORATE_WORDS[one]}
          </Toggle>
        ))}
      </Labelled>
      <p className="secondary">
        {draft.weights ? '两边分开报，不加在一起。折算的数放在旁边。' : '两边分开报，不加在一起，也不加权。'}
      </p>
      <WeightFields writing={writing} />
      <Select
        label="每人评几个部门"
        value={asks === null ? '' : String(asks)}
        empty={`全部 ${departments.length} 个`}
        options={known.map((value) => ({ value, words: `抽 ${value} 个` }))}
        onChoose={(value) => change({ asks: value ? Number(value) : null })}
      />
      <p className="note">抽几个，是机器公平地抽：每个部门问到的人差不多一样多。抽签的种子一起冻住，谁都能验。</p>
      <Select
        label="几个人以下不公布"
        value={String(threshold)}
        options={thresholds
          .filter((one) => one >= LIMITS.leastThreshold)
          .map((one) => ({ value: String(one), words: `不到 ${one} 人` }))}
        onChoose={(value) => change({ threshold: Number(value) })}
      />
      <p className="note">{`一个格子里不到 ${threshold} 人的，不公布；能靠减法算出它来的格子，也一起藏。`}</p>
      <Labelled label="有人用纸票">
        <Toggle on={slipsTwice} onPress={() => change({ slipsTwice: !slipsTwice })} note={TWICE}>
          纸票录两遍
        </Toggle>
      </Labelled>
      <OutcomeRule draft={draft} onChange={(outcome) => change({ outcome })} />
    </div>
  );
}
