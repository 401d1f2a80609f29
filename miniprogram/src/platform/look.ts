import Taro from '@tarojs/taro';

/** Shows a picture whole. In a browser it is our own, because Taro's brings a carousel of 90 KB along. */
export function lookAt(url: string, urls: readonly string[]): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.previewImage({ current: url, urls: [...urls] });
  else openViewer(urls, Math.max(0, urls.indexOf(url)));
}

const OVER =
  'position:fixed;top:0;left:0;right:0;bottom:0;z-index:99;display:flex;flex-direction:column;background:#000';
const LARGE = 'flex:1;min-height:0;width:100%;object-fit:contain';
const FOOT = 'display:flex;align-items:center;justify-content:space-between;padding:8px 16px;color:#fff;font-size:18px';
const BUTTON =
  'min-width:60px;min-height:60px;padding:0 16px;border:1px solid #fff;border-radius:12px;background:#000;color:#fff;font:inherit';

/** Esc or 关掉 closes it and gives the focus back; the arrow keys go on, and Tab stays inside. */
function openViewer(urls: readonly string[], first: number): void {
  const before = document.activeElement as HTMLElement | null;
  const box = Object.assign(document.createElement('div'), { tabIndex: -1 });
  for (const [name, value] of Object.entries({
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': '大图',
    style: OVER,
  }))
    box.setAttribute(name, value);
  const image = box.appendChild(new Image());
  image.classList.add('preview-image');
  image.style.cssText = LARGE;
  const foot = box.appendChild(document.createElement('div'));
  foot.style.cssText = FOOT;
  let now = first;
  const show = (next: number) => {
    now = (next + urls.length) % urls.length;
    image.src = urls[now] ?? '';
    image.alt = `第 ${now + 1} 张，共 ${urls.length} 张`;
  };
  const close = () => {
    box.remove();
    before?.focus();
  };
  const acts = {
    ...(urls.length > 1 ? { 上一张: () => show(now - 1), 下一张: () => show(now + 1) } : {}),
    关掉: close,
  };
  for (const [words, act] of Object.entries(acts)) {
    const button = foot.appendChild(
      Object.assign(document.createElement('button'), { textContent: words, onclick: act }),
    );
    button.style.cssText = BUTTON;
  }
  box.onkeydown = (event) => {
    const buttons = [...foot.children] as HTMLElement[];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const { key } = event;
    if (key === 'Escape') close();
    else if (key === 'ArrowLeft' || key === 'ArrowRight') show(now + (key === 'ArrowLeft' ? -1 : 1));
    else if (key === 'Tab') buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  show(first);
  document.body.appendChild(box);
  (foot.lastChild as HTMLElement).focus();
}
