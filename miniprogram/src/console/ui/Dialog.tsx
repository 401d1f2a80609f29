import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Press } from '../../ui/Press';
import { Kbd } from './Kbd';
import { TYPED_IN } from './useKeys';
import './Dialog.scss';

type Props = {
  title: string;
  sub?: string;
  /** What the one main button says; without it the dialog only shows something. */
  main?: string;
  busy?: string | false;
  /** Why it can't be pressed yet. */
  why?: string | null;
  error?: Error | null;
  /** What others will see of it. */
  foot?: string;
  wide?: boolean;
  /** As wide as there is room: several things side by side. */
  whole?: boolean;
  /** What keys do in it, by `event.key` in lower case, while nobody types. */
  keys?: Record<string, () => void>;
  onMain?: () => void;
  onClose: () => void;
  children: ReactNode;
};

const CAN_FOCUS = 'a[href],input,textarea,select,[tabindex="0"]';

/** One thing over the page. Esc closes it, Ctrl and Enter do it, Tab stays inside, and the focus goes back to where it was. */
export function Dialog(props: Props) {
  const { title, sub, main, busy = false, why, error, foot, wide, whole, keys, onMain, onClose, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const ready = !why && !busy;
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  useEffect(() => {
    // A field inside that took it keeps it.
    if (!box.current?.contains(document.activeElement)) box.current?.focus();
    return () => before?.focus();
  }, [before]);
  // On the way down, because the fields of Taro keep what they hear to themselves.
  const hear = (event: KeyboardEvent) => {
    // A list that is open in a field closes first.
    if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') === 'true') return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onMain?.();
    else if (event.key === 'Tab') keepInside(event, box.current);
    else act(event, keys?.[event.key.toLowerCase()]);
  };
  return (
    <div className="scrim">
      <div
        ref={box}
        className={`dialog ${whole ? 'whole' : wide ? 'wide' : ''}`}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDownCapture={hear}
      >
        <div className="dialog-head">
          <h2 className="title grow">{title}</h2>
          <Press className="dialog-close" label="关掉" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </div>
        {sub && <p className="secondary">{sub}</p>}
        <div className="dialog-inside">{children}</div>
        {error && (
          <div className="space-above-3">
            <Notice tone="late">{sayFault(error)}</Notice>
          </div>
        )}
        <div className="dialog-foot">
          <span className="note grow">{(main && why) || foot}</span>
          <Button kind="line" onPress={onClose}>
            {main ? '算了' : '好了'} <Kbd>Esc</Kbd>
          </Button>
          {main && (
            <Button busy={busy} disabled={Boolean(why)} onPress={onMain}>
              {main} <Kbd>Ctrl ↵</Kbd>
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** A letter is a key where it is not written. */
function act(event: KeyboardEvent, does: (() => void) | undefined): void {
  if (!does || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest(TYPED_IN))
    return;
  event.preventDefault();
  does();
}

function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const stops = [...(box?.querySelectorAll<HTMLElement>(CAN_FOCUS) ?? [])].filter((one) => one.offsetParent !== null);
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  const at = document.activeElement;
  if (at !== edge && !(event.shiftKey && at === box)) return;
  event.preventDefault();
  stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
}
