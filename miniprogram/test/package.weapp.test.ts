import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import Ajv from 'ajv';
import { build } from '../../functions/local/build';
import { slim } from '../config/aria';
import schemas from './wechat-schemas.json';

const ROOT = join(__dirname, '../..');
/** What the package's own programs run on. A Mac of today runs the one for Intel (Rosetta). */
const PROGRAMS: Record<string, string> = { 'linux x64': 'linux', 'darwin x64': 'mac', 'darwin arm64': 'mac' };
const machine = `${process.platform} ${process.arch}`;
const programs = PROGRAMS[machine];

let directory: string;
let scratch: string;
let files: string[];

beforeAll(async () => {
  directory = await build('weapp');
  scratch = mkdtempSync(join(tmpdir(), 'lianxin-weapp-'));
  files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ending = (...ends: string[]) => files.filter((path) => ends.includes(extname(path)));
const read = (path: string) => readFileSync(join(directory, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));

/** WeChat's own compiler (npm `miniprogram-compiler`, MIT), from a place where it may be made to run. @returns what it complains of */
function compile(name: 'wcc' | 'wcsc', args: string[], cwd: string): string {
  const from = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', programs ?? '', name);
  const program = join(scratch, name);
  copyFileSync(from, program);
  chmodSync(program, 0o755);
  const { error, status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error)
    throw new Error(`${name} does not run on this machine (${machine}); on an ARM Mac it needs Rosetta: ${error}`);
  return status === 0 ? stderr.trim() : stderr.trim() || `${name} ended with ${status}`;
}

(programs ? describe : describe.skip)(
  `WeChat's own compilers (there are none for ${programs ? 'others' : machine})`,
  () => {
    test('every template', () => {
      expect(ending('.wxml').length).toBeGreaterThan(20);
      expect(compile('wcc', ['-d', ...ending('.wxml', '.wxs'), '-gn', '$gwx'], directory)).toBe('');
    });

    test('every style', () => {
      expect(ending('.wxss').length).toBeGreaterThan(20);
      expect(compile('wcsc', ['-lc', '-db', '-pc', '0', ...ending('.wxss')], directory)).toBe('');
    });

    test('and they would say so', () => {
      writeFileSync(join(scratch, 'bad.wxml'), '<template name="a"><input value="{{v}}"></template>');
      writeFileSync(join(scratch, 'bad.wxss'), '.a > * + * { color: red }');
      expect(compile('wcc', ['-d', 'bad.wxml', '-gn', '$gwx'], scratch)).toContain('expect end-tag `input`');
      expect(compile('wcsc', ['-db', '-pc', '0', 'bad.wxss'], scratch)).toContain('bad.wxss');
    });
  },
);

test('what is made of the templates closes each field, and keeps what is typed above the keyboard', () => {
  const field = '<input value="{{i.p1}}" cursor-spacing="{{xs.b(i.p7,0)}}" id="{{i.uid||i.sid}}">';
  const made = slim(`<template name="tmpl_0_7">${field}</template>`);
  expect(made).toMatch(/<input [^>]*\/><\/template>$/);
  expect(made).toContain('cursor-spacing="96"');
  const fields = read('base.wxml').match(/<(input|textarea) [^>]*>/g) ?? [];
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.filter((each) => !each.includes('cursor-spacing="96"'))).toEqual([]);
});

describe('the files', () => {
  // As `miniprogram-ci` 2.1.42 (MIT) has them, which itself is 15 MB and a hundred packages more.
  const check = new Ajv({ allErrors: true });
  const faults = (schema: keyof typeof schemas, path: string) => {
    const valid = check.compile(schemas[schema]);
    return valid(json(path))
      ? []
      : (valid.errors ?? []).map(({ dataPath, message }) => `${path}${dataPath} ${message}`);
  };

  test('each description is as WeChat wants it', () => {
    const own = { 'app.json': 'app', 'project.config.json': 'projectconfig' } as const;
    const others = { 'sitemap.json': 'sitemap', 'theme.json': 'theme' } as const;
    const known: Record<string, keyof typeof schemas> = { ...own, ...others };
    expect(Object.keys(known).filter((path) => !files.includes(path))).toEqual([]);
    expect(ending('.json').flatMap((path) => faults(known[path] ?? 'page', path))).toEqual([]);
    expect(check.validate(schemas.sitemap, { rules: [{ action: 'maybe', page: '*' }] })).toBe(false);
  });

  test('nothing is sent along that no phone needs', () => {
    expect([...new Set(files.map((path) => extname(path)))].sort()).toEqual(['.js', '.json', '.wxml', '.wxs', '.wxss']);
  });

  test('colours of what WeChat draws itself come in both themes', () => {
    const theme = json('theme.json');
    const { list: _, custom: __, ...colours } = json('app.json').tabBar;
    const names = [...Object.values(colours), ...Object.values(json('app.json').window)]
      .map(String)
      .filter((value) => value.startsWith('@'))
      .map((value) => value.slice(1));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect([theme.light[name], theme.dark[name]]).not.toContain(undefined);
    expect(Object.keys(theme.light)).toEqual(Object.keys(theme.dark));
  });

  test("WeChat's search sees what is public, and nobody's own matters", () => {
    const rules = json('sitemap.json').rules as { action: string; page: string }[];
    const pages = [
      ...json('app.json').pages,
      ...json('app.json').subPackages.flatMap((part: { root: string; pages: string[] }) =>
        part.pages.map((page) => `${part.root}/${page}`),
      ),
    ];
    expect(rules.map(({ page }) => page).filter((page) => page !== '*' && !pages.includes(page))).toEqual([]);
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' });
    expect(
      rules.filter(({ action, page }) => action === 'allow' && /^(requests|identity|notifications)\//.test(page)),
    ).toEqual([]);
  });
});

test('no interface is newer than the oldest WeChat that is let in', () => {
  const minimum = json('project.config.json').libVersion as string;
  expect(readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8')).toContain(`基础库最低版本 ${minimum}`);
  const since = sinceWhen();
  const used = interfacesIn(join(ROOT, 'miniprogram/src'));
  expect(used.length).toBeGreaterThan(25);
  expect(since.get('getWindowInfo')).toBe('2.20.1');
  expect(used.filter((name) => isNewer(since.get(name) ?? '1.0.0', minimum))).toEqual([]);
});

/** The base library (基础库) each interface of `wx` came with, as WeChat's own type declarations say. */
function sinceWhen(): Map<string, string> {
  const declared = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const text = readFileSync(join(declared, 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const since = new Map<string, string>();
  for (const [, said = '', name = ''] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n {8}(\w+)[<(]/g)) {
    const version = /^\*?\s*需要基础库： `([\d.]+)`/m.exec(said)?.[1];
    if (version && said.includes(`wx.${name}(`)) since.set(name, version);
  }
  return since;
}

function interfacesIn(source: string): string[] {
  const scripts = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const texts = scripts.map((path) => readFileSync(join(source, path), 'utf8')).join('\n');
  return [...new Set([...texts.matchAll(/\b(?:Taro|WeChat)\)?\??\.(on\w+|\w+)/g)].map(([, name = '']) => name))];
}

function isNewer(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
