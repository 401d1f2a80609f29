import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { build } from '../../functions/local/build';
import { COUNTY } from '../../functions/testing/api';
import type { TestClock } from '../../functions/testing/clock';
import { HOME } from './home';
import { faults, startWeapp, type Weapp } from './weapp';
import { readWeapp, type WeappPackage } from './weapp-package';
import { type Device, openDevice } from './wx';

type Words = string | RegExp;
type Start = { path?: string; query?: Record<string, string> };

export type Phone = ReturnType<typeof openPhone>;

type Server = { url: string; clock: TestClock };

/** Opens telephones with the package as it is now, for the tests of one file. They are closed when these are over. */
export function telephones(server: Server): (person: string) => Phone {
  const open: Phone[] = [];
  let built: WeappPackage;
  beforeAll(async () => {
    built = readWeapp(await build('weapp'));
  });
  afterAll(() => {
    for (const phone of open) phone.close();
  });
  return (person) => {
    const phone = openPhone(built, server, person);
    open.push(phone);
    return phone;
  };
}

/** The village is known, and the privacy notice was read. */
export function settle({ device }: Phone): void {
  device.storage.set(`lianxin.place.${COUNTY}`, JSON.stringify(HOME));
  device.consented = true;
}

/** A person with a telephone: sees words, taps what is named so, writes where a label says what. Everything waits until it is there. */
export function openPhone(built: WeappPackage, { url, clock }: Server, person: string) {
  const device: Device = openDevice(url, person, runningOn(clock));
  let weapp: Weapp;

  function start({ path = 'pages/home/index', query }: Start = {}): void {
    weapp?.close();
    weapp = startWeapp(built, device, { path, query });
  }
  const screen = () => weapp.top().element;
  const words = () => wordsOf(screen());
  /** A finger is slower than React: what comes of a touch by itself is drawn before the next one. */
  async function touch(element: Element, type: string, detail: object): Promise<void> {
    fire(element, type, detail);
    await new Promise(setImmediate);
    await until(
      () => !weapp.isDrawing(),
      () => `for ${words()} to be drawn`,
    );
  }
  start();

  return {
    device,
    /** WeChat forgot the mini-program, and it starts again: by itself, or where a code or a message leads. */
    start,
    route: () => weapp.top().route,
    words,
    screen,
    see: (what: Words) =>
      until(
        () => says(words(), what),
        () => `to see ${what}, not ${words()}`,
      ),
    gone: (what: Words) =>
      until(
        () => !says(words(), what),
        () => `to see no more ${what}: ${words()}`,
      ),
    arrive: (route: string) =>
      until(
        () => weapp.top().route === route,
        () => `to be at ${route}: ${weapp.top().route}`,
      ),
    async tap(what: Words): Promise<void> {
      const pressed = await until(
        () => namedIn(screen(), what),
        () => `to find ${what} to tap in ${words()}`,
      );
      await touch(pressed, 'tap', { x: 1, y: 1 });
      // Not waited for: WeChat may first want to hear that the privacy notice was read.
      if (pressed.getAttribute('open-type') === 'getPhoneNumber')
        void weapp.phoneCode().then((code) => touch(pressed, 'getphonenumber', code));
      if (pressed.getAttribute('open-type') === 'agreePrivacyAuthorization') {
        weapp.agree();
        await touch(pressed, 'agreeprivacyauthorization', {});
      }
    },
    /** Two quick touches at one place: the second falls on what lies there by then. */
    async tapTwice(what: Words): Promise<void> {
      const find = () => namedIn(screen(), what);
      const pressed = await until(find, () => `to find ${what} to tap in ${words()}`);
      const { now } = device;
      const at = now();
      device.now = () => at;
      await touch(pressed, 'tap', { x: 180, y: 760 });
      await touch(find() ?? pressed, 'tap', { x: 182, y: 759 });
      device.now = now;
    },
    async write(label: Words, value: string): Promise<void> {
      const find = () => [...screen().querySelectorAll('input, textarea')].find((each) => says(nameOf(each), label));
      const field = await until(find, () => `to find ${label} to write in: ${words()}`);
      await touch(field, 'input', { value, cursor: value.length });
    },
    /** A day in WeChat's picker (`mode="date"`). */
    async pick(label: Words, value: string): Promise<void> {
      const find = () => [...screen().querySelectorAll('picker')].find((each) => says(nameOf(each), label));
      const picker = await until(find, () => `to find ${label} to pick in ${words()}`);
      await touch(picker, 'change', { value });
    },
    /** The system's back: the same as the arrow in the bar. */
    online: (online: boolean) => weapp.setOnline(online),
    lapse: () => weapp.lapse(),
    hide: () => weapp.hide(),
    show: () => weapp.show(),
    close: () => weapp.close(),
  };
}

/** A telephone's clock goes on by itself where the test's stands still: what came half a second ago is asked anew. */
function runningOn(clock: TestClock): () => number {
  const opened = performance.now();
  return () => clock.now().getTime() + Math.round(performance.now() - opened);
}

/** The network goes just when such a call begins. Resolves when it went. */
export function cutAt(phone: Phone, begins: (path: string) => boolean): Promise<void> {
  return new Promise((cut) => {
    phone.device.onCall = (path) => {
      if (!begins(path)) return;
      phone.device.onCall = () => undefined;
      phone.online(false);
      cut();
    };
  });
}

/** Looks, not time: on a busy machine they take longer. */
const LOOKS = 3_000;

/** Looks again until there is something; a fault inside ends it at once. */
async function until<T>(find: () => T, wanted: () => string): Promise<NonNullable<T>> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (faults.length) throw new Error(`inside the mini-program: ${faults.splice(0).join('\n')}`);
    const found = find();
    if (found) return found as NonNullable<T>;
    await new Promise((wake) => setTimeout(wake, 10));
  }
  throw new Error(`waited in vain ${wanted()}`);
}

function says(text: string, what: Words): boolean {
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}

/** What a person can press: it says so to a screen reader too. */
const PRESSABLE =
  'button, [aria-role=button], [aria-role=link], [aria-role=tab], [aria-role=option], [aria-role=radio], [aria-role=switch]';

/** The one that is called exactly so; else the first whose name has it. */
function namedIn(screen: Element, what: Words): Element | undefined {
  const all = [...screen.querySelectorAll(PRESSABLE)].filter((each) => each.getAttribute('aria-disabled') !== 'true');
  return all.find((each) => nameOf(each) === what) ?? all.find((each) => says(nameOf(each), what));
}

/** What a screen reader calls it. */
function nameOf(element: Element): string {
  return element.getAttribute('aria-label') || wordsOf(element, true);
}

/** The words on it, without those hidden from readers. Pictures have none, unless they are `spoken`. */
function wordsOf(node: Node, spoken = false): string {
  // A space that does not part looks like any other.
  if (node.nodeType === 3) return (node.textContent ?? '').replaceAll('\u00a0', ' ');
  if (said(node).ariaHidden === 'true') return '';
  const inside = [...node.childNodes].map((child) => (spoken && said(child).ariaLabel) || wordsOf(child, spoken));
  return inside.join('').trim();
}

function said(node: Node) {
  const attribute = (name: string) => (node as Element).getAttribute?.(name);
  return { ariaHidden: attribute('aria-hidden'), ariaLabel: attribute('aria-label') };
}

function fire(element: Element, type: string, detail: object): void {
  const inside = (element as { __wxElement?: Parameters<typeof glassEasel.triggerEvent>[0] }).__wxElement;
  if (!inside) throw new Error(`not an element of the mini-program: ${element.outerHTML.slice(0, 200)}`);
  glassEasel.triggerEvent(inside, type, detail, { bubbles: type === 'tap', composed: true });
}
