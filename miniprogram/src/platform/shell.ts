import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { undoStep } from './back';
import { listeners } from './listeners';
import { onNetwork } from './network';

let away = false;
const { tell, watch } = listeners();

function setAway(next: boolean): void {
  if (next === away) return;
  away = next;
  tell();
}

/** True after a page could not be loaded, until another is shown, something is pressed, or the network comes or goes. */
export function usePageAway(): boolean {
  return useSyncExternalStore(watch, () => away);
}

/** Before the first page is there nothing of ours can be drawn but words. */
function sayAlone(): void {
  if (away) return;
  away = true;
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = '没有网，连心站现在打不开。有网了，自己会打开。';
  Object.assign(words.style, { padding: '25vh 24px', textAlign: 'center', fontSize: '18px' });
  document.body.append(words);
  window.addEventListener('online', () => window.location.reload(), { once: true });
}

/**
 * In a browser: has the pages kept on the phone (`config/worker.js`), so that all of them open without a network. Where one can't be loaded all
 * the same, the person is told and stays where they are. Called while the app is loaded.
 */
export function keepShell(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('unhandledrejection', (event) => {
    if (!/Loading (CSS )?chunk/.test(String(event.reason))) return;
    event.preventDefault();
    if (undoStep()) setAway(true);
    else sayAlone();
  });
  Taro.eventCenter.on('__afterTaroRouterChange', () => setAway(false));
  onNetwork(() => setAway(false));
  window.addEventListener('click', () => setAway(false), true);
  // Not over plain http, where browsers have none.
  if (!('serviceWorker' in navigator)) return;
  const keep = () => void navigator.serviceWorker.register('./worker.js').catch(() => undefined);
  // What the first page needs comes first.
  if (document.readyState === 'complete') keep();
  else window.addEventListener('load', keep);
}
