import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { TmplGroup } from 'glass-easel-template-compiler';

type Templates = Record<string, unknown>;
export type Code = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** What `build:weapp` made, read once for every phone of a test file. Paths are as in the package, without their ending. */
export type WeappPackage = {
  app: { pages: string[]; subPackages: { root: string; pages: string[] }[] };
  tabs: string[];
  routes: string[];
  /** Every `.json` that describes a page or component. */
  configs: Map<string, object>;
  scripts: Map<string, Script>;
  templates: Templates;
};

export function readWeapp(directory: string): WeappPackage {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const read = (path: string) => readFileSync(join(directory, path), 'utf8');
  const ending = (end: string) =>
    files.filter((path) => path.endsWith(end)).map((path) => [path.slice(0, -end.length), read(path)] as const);
  const app = JSON.parse(read('app.json')) as WeappPackage['app'] & { tabBar: { list: { pagePath: string }[] } };
  const templates = compiled(ending('.wxml'), ending('.wxs'));
  return {
    app,
    tabs: app.tabBar.list.map(({ pagePath }) => pagePath),
    routes: [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))],
    configs: new Map(
      ending('.json').flatMap(([path, text]) => (path in templates ? [[path, JSON.parse(text) as object]] : [])),
    ),
    scripts: new Map(ending('.js').map(([path, text]) => [path, scriptOf(path, text)])),
    templates,
  };
}

function scriptOf(path: string, text: string): Script {
  return new Script(`(function (require, module, exports) {${text}\n})`, { filename: `weapp/${path}.js` });
}

/** The compiler wants `bind:tap` where WeChat also takes `bindtap`, and names without their ending. */
function compiled(wxml: (readonly [string, string])[], wxs: (readonly [string, string])[]): Templates {
  const group = new TmplGroup();
  for (const [path, text] of wxml) {
    const understood = text.replace(/\b(bind|catch)(\w+)="/g, '$1:$2="').replace(/(src="[^"]+)\.wxml"/g, '$1"');
    const said = group.addTmpl(path, understood) as { message: string; startColumn: number }[];
    if (said.length) throw new Error(`${path}.wxml: ${said.map((each) => `${each.message} at ${each.startColumn}`)}`);
  }
  for (const [path, text] of wxs) group.addScript(path, text);
  const source = group.getTmplGenObjectGroups();
  group.free();
  return new Function(`return ${source}`)() as Templates;
}
