import type { CodeSpace, MiniProgramEnv, Root } from 'glass-easel-miniprogram-adapter';
import type { WeappPackage } from './weapp-package';

type Query = Record<string, string>;
type Caller = { onLoad?(query: Query): void; onUnload?(): void } & Partial<
  Record<'onShow' | 'onReady' | 'onHide', () => void>
> & { route?: string; options?: Query };

export type Shown = { route: string; caller: Caller; root: Root; element: HTMLElement };

type Done = { success?: (result: object) => void; fail?: (error: object) => void; complete?: (result: object) => void };
type To = Done & { url: string };

export type Pages = ReturnType<typeof openPages>;

type Inside = {
  env: MiniProgramEnv;
  space: CodeSpace;
  box: HTMLElement;
  /** Nothing happens at once in WeChat. */
  later: (run: () => void, ms: number) => void;
};

/** WeChat keeps ten. */
const DEEPEST = 10;

/** The stack of pages, as WeChat keeps it: tabs stay alive, everything else is unloaded when it is left; wrong ways fail as there. */
export function openPages(
  { routes, tabs }: WeappPackage,
  { env, space, box, later }: Inside,
  define: (route: string) => void,
) {
  const stack: Shown[] = [];
  const sleeping = new Map<string, Shown>();
  const defined = new Set<string>();

  function create(route: string, query: Query): Shown {
    if (!defined.has(route)) define(route);
    defined.add(route);
    const root = env.associateBackend().createRoot('body', space, route);
    const element = box.appendChild(box.ownerDocument.createElement('section'));
    const place = element.appendChild(box.ownerDocument.createElement('i'));
    root.attach(element as never, place as never);
    const caller = root.get() as unknown as Caller;
    Object.assign(caller, { route, options: query });
    caller.onLoad?.(query);
    return { route, caller, root, element };
  }

  function show(page: Shown, fresh: boolean): void {
    page.element.hidden = false;
    stack.push(page);
    page.caller.onShow?.();
    if (fresh) page.caller.onReady?.();
  }

  function leave(page: Shown | undefined): void {
    if (!page) return;
    page.element.hidden = true;
    page.caller.onHide?.();
  }

  function close(page: Shown): void {
    page.caller.onUnload?.();
    page.root.release();
    page.element.remove();
  }

  function closeAll(): void {
    for (const page of [...stack.splice(0).reverse(), ...sleeping.values()]) close(page);
    sleeping.clear();
  }

  const open = (route: string, query: Query = {}) => {
    leave(stack.at(-1));
    show(create(route, query), true);
  };

  const soon = (name: string, { success, fail, complete }: Done, go: () => string | undefined) =>
    later(() => {
      const fault = go();
      const result = { errMsg: `${name}:${fault ? `fail ${fault}` : 'ok'}` };
      (fault ? fail : success)?.(result);
      complete?.(result);
    }, 0);

  const ways: Record<string, (route: string, query: Query) => string | undefined> = {
    navigateTo(route, query) {
      if (tabs.includes(route)) return 'can not navigateTo a tabbar page';
      if (stack.length >= DEEPEST) return 'webview count limit exceed';
      open(route, query);
    },
    redirectTo(route, query) {
      if (tabs.includes(route)) return 'can not redirectTo a tabbar page';
      const left = stack.pop();
      if (left) close(left);
      show(create(route, query), true);
    },
    switchTab(route) {
      if (!tabs.includes(route)) return 'can not switch to no-tabBar page';
      leave(stack.at(-1));
      for (const page of stack.splice(0).reverse()) {
        if (tabs.includes(page.route)) sleeping.set(page.route, page);
        else close(page);
      }
      const known = sleeping.get(route);
      sleeping.delete(route);
      show(known ?? create(route, {}), !known);
    },
    reLaunch(route, query) {
      closeAll();
      open(route, query);
    },
  };

  const wx = Object.fromEntries(
    Object.entries(ways).map(([name, go]) => [
      name,
      ({ url, ...done }: To) => {
        const { pathname, searchParams } = new URL(url, `file:///${stack.at(-1)?.route ?? ''}`);
        const route = pathname.slice(1);
        // WeChat hands a page its query as it was written.
        const query = Object.fromEntries([...searchParams].map(([key, value]) => [key, encodeURIComponent(value)]));
        soon(name, done, () => (routes.includes(route) ? go(route, query) : `page "${route}" is not found`));
      },
    ]),
  );
  const navigateBack = ({ delta = 1, ...done }: Done & { delta?: number } = {}) =>
    soon('navigateBack', done, () => {
      if (stack.length < 2) return 'cannot navigate back at first page.';
      for (const page of stack.splice(Math.max(1, stack.length - delta)).reverse()) close(page);
      show(stack.pop() as Shown, false);
    });
  return { stack, open, closeAll, wx: { ...wx, navigateBack } };
}
