import type { ReactNode } from 'react';
import '../../ui/Field.css';

/** What a field is, above it; the field itself says it to readers. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      {children}
    </div>
  );
}
