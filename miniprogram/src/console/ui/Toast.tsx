import { useEffect, useSyncExternalStore } from 'react';
import { listeners } from '../../platform/listeners';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Kbd } from './Kbd';
import { isKey } from './useKeys';
import './Toast.scss';
import '../../ui/check.scss';

/** What undoes it, under a key of its own. */
type Undo = { words: string; key: string; run: () => Promise<void> };
type Said = { words: string; link?: { words: string; url: string }; undo?: Undo };

const SECONDS = 6;
/** To read it, think and find the key; later it is undone where it stands. */
const SECONDS_TO_UNDO = 30;
let said: Said | null = null;
const { tell, watch } = listeners();

function put(next: Said | null): void {
  said = next;
  tell();
}

/** Says at the foot of the page what was done. What has a link stays until it is closed. */
export function toast(words: string, link?: Said['link']): void {
  put({ words, link });
}

/** … and how it is undone, as long as that is said. */
export function toastWithUndo(words: string, undo: Undo): void {
  put({ words, undo });
}

export function Toast() {
  const now = useSyncExternalStore(watch, () => said);
  useEffect(() => {
    if (!now || now.link) return;
    const timer = setTimeout(() => put(null), (now.undo ? SECONDS_TO_UNDO : SECONDS) * 1_000);
    return () => clearTimeout(timer);
  }, [now]);
  useEffect(() => {
    const undo = now?.undo;
    if (!undo) return;
    const hear = (event: KeyboardEvent) => {
      if (!isKey(event) || event.key.toLowerCase() !== undo.key.toLowerCase()) return;
      event.preventDefault();
      // What the page does by this key waits until this is no longer said.
      event.stopImmediatePropagation();
      run(undo);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [now]);
  // What was done on this page is not said over the next one.
  useEffect(() => () => put(null), []);
  return (
    <div className={`toasts ${now?.undo ? 'aside' : ''}`} role="status">
      {now && (
        <div className="toast">
          <Icon name="check" />
          <span>{now.words}</span>
          {now.link && (
            <a href={now.link.url} target="_blank" rel="noopener noreferrer">
              {now.link.words}
            </a>
          )}
          {now.undo && (
            <Press className="toast-undo" onPress={() => now.undo && run(now.undo)}>
              {now.undo.words} <Kbd>{now.undo.key}</Kbd>
            </Press>
          )}
          <Press className="toast-close" label="关掉这句话" onPress={() => put(null)}>
            <Icon name="close" />
          </Press>
        </div>
      )}
    </div>
  );
}

/** Once: what is being undone is not offered any more. */
function run({ run: undo }: Undo): void {
  put(null);
  void undo();
}
