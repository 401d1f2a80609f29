import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { faultAt, sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import { focusWhenDrawn } from '../../ui/focus';
import './CodeForm.css';

type Props = {
  label: string;
  /** How many signs it has. */
  signs: 6 | 8;
  main: string;
  busy: string | false;
  error: Error | null;
  onSend: (code: string) => void;
  /** Other things that can be done with what was typed. */
  more?: (code: string | null) => ReactNode;
};

/** One code to be typed; Enter sends it. */
export function CodeForm({ label, signs, main, busy, error, onSend, more }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => focusWhenDrawn(box.current, 'input'), []);
  const plain = typed.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
  const code = plain.length === signs ? plain : null;
  const send = () => code && !busy && onSend(code);
  // On the way down, because the fields of Taro keep what they hear to themselves.
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target as HTMLElement).closest('input')) return;
    event.preventDefault();
    send();
  };
  return (
    <div ref={box} className="code-form" onKeyDownCapture={hear}>
      <Field
        label={label}
        kind="number"
        maxLength={20}
        value={typed}
        fault={faultAt(error, 'code')}
        onInput={setTyped}
      />
      {error && !faultAt(error, 'code') && (
        <div className="space-above-2">
          <Notice tone="late">{sayFault(error)}</Notice>
        </div>
      )}
      <div className="space-above-3">
        <Button wide busy={busy} disabled={!code} onPress={send}>
          {code || busy ? main : `还差 ${Math.max(1, signs - plain.length)} 位`}
        </Button>
      </div>
      {more?.(code)}
    </div>
  );
}
