import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Code, WeappPackage } from './weapp-package';
import { openPages, type Pages, type Shown } from './weapp-pages';
import { openTimers } from './weapp-timers';
import { createWx, type Device } from './wx';

/** The one DOM of a test file; each start of a mini-program has a box in it. The runtime looks for it among the globals. */
const { JSDOM } = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as {
  JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis };
};
const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });

/** What went wrong inside: a template, a handler, React. A person would have seen a blank page. */
export const faults: string[] = [];
glassEasel.addGlobalErrorListener((error) => {
  faults.push(told(error));
  return false;
});
// It warns of every element without children.
glassEasel.addGlobalWarningListener(() => false);

function told(error: unknown): string {
  return String((error as Error | undefined)?.stack ?? error);
}

type App = { onLaunch?(options: object): void; onShow?(options: object): void; onHide?(): void };
type Launch = { path: string; query?: Record<string, string> };

export type Weapp = {
  pages: Pages;
  /** The page on the screen. */
  top(): Shown;
  /** What was done last is not on the screen yet. */
  isDrawing(): boolean;
  phoneCode(): Promise<object>;
  /** The person pressed WeChat's own button of the privacy notice. */
  agree(): void;
  /** Time goes by, more than anybody waits. */
  lapse(): void;
  setOnline(online: boolean): void;
  /** The person looks at something else, and comes back. */
  hide(): void;
  show(): void;
  close(): void;
};

/**
 * Starts the compiled mini-program: its bundles see what a phone gives them (ECMAScript, `wx`, `App`, timers) and nothing of Node or of
 * a browser, its templates run on WeChat's own component framework.
 */
export function startWeapp(built: WeappPackage, device: Device, { path, query = {} }: Launch): Weapp {
  const { timers, isDrawing, lapse, stop } = openTimers();
  const { wx, phoneCode, agree, setOnline } = createWx(device, timers.setTimeout);
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const box = window.document.body.appendChild(window.document.createElement('div'));
  // By now it may be gone again: who tests is faster than who reads.
  const drawn = new Set<string>();
  const observer = new window.MutationObserver(() => {
    for (const one of box.querySelectorAll<Drawn>('*')) drawn.add(`#${one.__wxElement?.id}`);
  });
  observer.observe(box, { childList: true, subtree: true });
  let app: App = {};
  const take = (given: App) => {
    app = given;
  };
  const phone = createContext({
    wx,
    App: take,
    getApp: () => app,
    getCurrentPages: () => pages.stack.map(({ caller }) => caller),
    console: { ...console, error: (...said: unknown[]) => faults.push(said.map(told).join(' ')) },
    ...timers,
  });
  runInContext(CLOCK, phone)(() => device.now());
  const require = loader(built, (code) => code.runInContext(phone) as Code);

  for (const [name, config] of built.configs) {
    space.addComponentStaticConfig(name, config);
    space.addCompiledTemplate(name, { groupList: built.templates, content: built.templates[name] } as never);
  }
  const define = (name: string) =>
    space.componentEnv(name, ({ Page, Component }) => {
      const typed = (given: Definition) => Component({ ...given, properties: ours(given.properties) } as never);
      Object.assign(phone, { Page, Component: typed });
      require(name);
    });
  const pageScrollTo = ({ selector, success }: { selector?: string; success?: (result: object) => void }) => {
    // What is asked for before it is drawn WeChat does not find, and says so to nobody.
    if (selector && !drawn.has(selector)) faults.push(`${selector} is not drawn yet`);
    success?.({ errMsg: 'pageScrollTo:ok' });
  };
  const pages = openPages(built, { env, space, box, later: timers.setTimeout }, define);
  Object.assign(wx, pages.wx, { pageScrollTo });

  require('app');
  define('comp');
  const options = { path, query, scene: 1001, shareTicket: '', referrerInfo: {} };
  app.onLaunch?.(options);
  app.onShow?.(options);
  pages.open(path, query);
  return {
    ...{ pages, phoneCode, agree, setOnline, lapse },
    top: () => pages.stack.at(-1) as Shown,
    isDrawing,
    hide: () => {
      pages.stack.at(-1)?.caller.onHide?.();
      app.onHide?.();
    },
    show: () => {
      app.onShow?.(options);
      pages.stack.at(-1)?.caller.onShow?.();
    },
    close: () => {
      stop();
      observer.disconnect();
      pages.closeAll();
      box.remove();
    },
  };
}

/** The server's clock, whatever the machine's says. */
const CLOCK = `(now) => {
  Date = class extends Date {
    constructor(...given) { super(...(given.length ? given : [now()])); }
    static now() { return now(); }
  };
}`;

/** What the page has an id for the framework keeps, and no attribute says. */
type Drawn = Element & { __wxElement?: { id: string } };

type Definition = { properties?: Record<string, { type: { name: string } }> };

/** A phone's `Object` is not ours, and the framework compares. */
function ours(properties: Definition['properties'] = {}): object {
  const types: Record<string, unknown> = { Object, String, Number, Boolean, Array };
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, { ...property, type: types[property.type.name] }]),
  );
}

type Compiled = WeappPackage['scripts'] extends Map<string, infer S> ? S : never;

/** CommonJS as WeChat has it: relative paths inside the package, each file once. */
function loader({ scripts }: WeappPackage, run: (script: Compiled) => Code): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const script = scripts.get(path);
    if (!script) throw new Error(`the package has no ${path}.js`);
    const module = { exports: {} };
    loaded.set(path, module);
    run(script)((to) => load(resolved(path, to)), module, module.exports);
    return module.exports;
  };
  return load;
}

function resolved(from: string, to: string): string {
  return new URL(to, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '');
}
