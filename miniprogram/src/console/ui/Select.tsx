import { Fault } from '../../ui/Field';
import './Select.css';
import '../../ui/Field.css';

type Props = {
  label: string;
  value: string;
  options: readonly { value: string; words: string }[];
  /** Said while nothing is chosen. */
  empty?: string;
  fault?: string | null;
  onChoose: (value: string) => void;
};

/** The computer's own list: letters and arrows find an entry. */
export function Select({ label, value, options, empty, fault, onChoose }: Props) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <span className={`field-box select ${fault ? 'bad' : ''}`}>
        <select className="select-input" value={value} onChange={({ target }) => onChoose(target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      </span>
      <Fault>{fault}</Fault>
    </label>
  );
}
