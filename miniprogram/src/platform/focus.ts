/** Where the keyboard was on a page that another one covers, so that coming back goes on from there. */
const left = new WeakMap<Element, HTMLElement>();
/** What has the focus and everything around it, from the inside out. */
let around: HTMLElement[] = [];
let asked = false;

const TYPED_IN = 'input,textarea,select';

/**
 * Keeps the keyboard's place in a browser. What has the focus goes away with its page, its step or its form; the browser
 * then begins again at the top of the document, and a screen reader says nothing. Here the focus moves to what is left
 * around it, on another page to where it was there, or to the page itself (WCAG 2.4.3). Called once, by the app.
 */
export function watchFocus(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.addEventListener('focusin', ({ target }) => remember(target as HTMLElement));
  new MutationObserver(askOnce).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  });
}

function remember(at: HTMLElement): void {
  around = [];
  for (let one: HTMLElement | null = at; one && one !== document.body; one = one.parentElement) around.push(one);
  const root = at.closest('.root');
  if (root) left.set(root, at);
}

/** Many changes of the document in one frame are one question. */
function askOnce(): void {
  if (asked || !around.length) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    // Who gave it up on purpose, as with Esc in a field, leaves the field there and wants no place.
    if (!shown(document.activeElement) && !shown(around[0] ?? null)) moveOn();
  });
}

function shown(at: Element | null): at is HTMLElement {
  return at !== null && at !== document.body && at.isConnected && at.getClientRects().length > 0;
}

function moveOn(): void {
  const near = around.find(shown);
  const root = rootShown();
  if (near?.closest('.root')) focusOn(near);
  else if (root) focusOn(placeIn(root));
}

/** The page begins anew, as with each step of a form, so the keyboard begins at its top. */
export function focusPage(): void {
  const root = process.env.TARO_ENV === 'h5' && around.length > 0 && rootShown();
  if (root) focusOn(root);
}

function rootShown(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.root')].filter(shown).pop();
}

/** Where the keyboard was on this page. A field is left alone: it would open the keyboard of a phone. */
function placeIn(root: HTMLElement): HTMLElement {
  const before = left.get(root);
  return before && shown(before) && !before.matches(TYPED_IN) ? before : root;
}

function focusOn(at: HTMLElement): void {
  if (!at.hasAttribute('tabindex')) at.tabIndex = -1;
  at.focus({ preventScroll: true });
}
