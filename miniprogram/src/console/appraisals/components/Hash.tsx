import './Hash.css';

/** A checksum to compare by eye: groups of four, eight a row at most. */
export function Hash({ label, value }: { label: string; value: string }) {
  return (
    <p className="hash" role="img" aria-label={`${label} ${value}`}>
      {(value.match(/.{4}/g) ?? []).map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups that never change places
        <span key={at}>{group}</span>
      ))}
    </p>
  );
}
