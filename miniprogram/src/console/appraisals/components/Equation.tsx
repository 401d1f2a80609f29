import { Tag } from '../../../ui/Tag';
import './Equation.css';

type Part = readonly [count: number, words: string] | '=' | '+';

/** Numbers that have to come out the same, with what each of them is, and whether they do. */
export function Equation({ parts, agrees, words }: { parts: readonly Part[]; agrees: boolean; words: string }) {
  return (
    <div className="equation" role="status">
      {parts.map((part, at) =>
        typeof part === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a formula never changes places
          <span key={at}>{part}</span>
        ) : (
          <span key={part[1]} className="equation-number">
            <b>{part[0]}</b>
            {part[1]}
          </span>
        ),
      )}
      <Tag icon={agrees ? 'check' : 'alert'} tone={agrees ? 'ok' : 'late'}>
        {words}
      </Tag>
    </div>
  );
}
