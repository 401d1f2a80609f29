import { useEffect, useSyncExternalStore } from 'react';
import { listeners } from '../../platform/listeners';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import './Toast.scss';
import '../../ui/check.scss';

type Said = { words: string; link?: { words: string; url: string } };

const SECONDS = 6;
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

export function Toast() {
  const now = useSyncExternalStore(watch, () => said);
  useEffect(() => {
    if (!now || now.link) return;
    const timer = setTimeout(() => put(null), SECONDS * 1_000);
    return () => clearTimeout(timer);
  }, [now]);
  // What was done on this page is not said over the next one.
  useEffect(() => () => put(null), []);
  return (
    <div className="toasts" role="status">
      {now && (
        <div className="toast">
          <Icon name="check" />
          <span>{now.words}</span>
          {now.link && (
            <a href={now.link.url} target="_blank" rel="noopener noreferrer">
              {now.link.words}
            </a>
          )}
          <Press className="toast-close" label="关掉这句话" onPress={() => put(null)}>
            <Icon name="close" />
          </Press>
        </div>
      )}
    </div>
  );
}
