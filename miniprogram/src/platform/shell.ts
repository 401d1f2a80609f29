import Taro from '@tarojs/taro';
import { undoStep } from './back';

/**
 * In a browser: has the pages kept on the phone (`config/worker.js`), so that all of them open without a network. Where one can't be loaded all
 * the same, the person is told and stays where they are. Called while the app is loaded.
 */
export function keepShell(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('unhandledrejection', (event) => {
    if (!/Loading (CSS )?chunk/.test(String(event.reason))) return;
    event.preventDefault();
    if (Taro.getCurrentPages().length) undoStep();
    void Taro.showToast({ title: '没有网，这一页现在打不开。', icon: 'none' });
  });
  // Not over plain http, where browsers have none.
  if (!('serviceWorker' in navigator)) return;
  const keep = () => void navigator.serviceWorker.register('./worker.js').catch(() => undefined);
  // What the first page needs comes first.
  if (document.readyState === 'complete') keep();
  else window.addEventListener('load', keep);
}
