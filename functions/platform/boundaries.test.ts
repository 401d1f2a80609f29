import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const CRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Cruised = {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
};

function cruise(cwd: string): Cruised['summary'] {
  const folders = ['shared', 'functions', 'miniprogram'];
  const options = { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return (
    JSON.parse(
      execFileSync(process.execPath, [CRUISE, '--config', CONFIG, '--output-type', 'json', ...folders], options),
    ) as Cruised
  ).summary;
}

test('imports only point downwards', () => {
  const { totalCruised, violations } = cruise(ROOT);
  // With a TypeScript it does not know, the cruiser sees nothing and calls it clean.
  expect(totalCruised).toBeGreaterThan(200);
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

/** What stands; the violations below import it. */
const HOUSE: Record<string, string> = {
  'shared/kernel/ids.ts': "import * as z from 'zod/mini';\nexport const Id = z.string();",
  'shared/one/contract.ts': "import { Id } from '../kernel/ids';\nexport const a = Id;",
  'shared/one/rules.ts': "import { a } from './contract';\nexport const b = a;",
  'shared/two/contract.ts': 'export const c = 1;',
  'functions/platform/database.ts':
    "import { Kysely } from 'kysely';\nimport { Pool } from 'pg';\nexport const d = [Kysely, Pool];",
  'functions/platform/http.ts': "import { Hono } from 'hono';\nexport const e = Hono;",
  'functions/one/queries.ts':
    "import { sql } from 'kysely';\nimport { a } from '../../shared/one/contract';\nexport const f = [sql, a];",
  'functions/one/verb.ts':
    "import type { Kysely } from 'kysely';\nimport { g } from '../two/public';\nimport { f } from './queries';\nexport const h = [f, g] as unknown as Kysely<unknown>;",
  'functions/one/plug.ts':
    "import { e } from '../platform/http';\nimport { h } from './verb';\nexport const i = [e, h];",
  'functions/two/public.ts': "import { j } from './verb';\nexport const g = j;",
  'functions/two/verb.ts': 'export const j = 1;',
  'functions/contexts.ts': "import { i } from './one/plug';\nexport const k = i;",
  'functions/local/main.ts':
    "import { k } from '../contexts';\nimport { i } from '../one/plug';\nexport const l = [i, k];",
  'functions/one/verb.test.ts': "import { l } from '../local/main';\nexport const m = l;",
  'miniprogram/src/platform/call.ts': "import { a } from '../../../shared/one/contract';\nexport const n = a;",
  'miniprogram/src/one/api.ts': "import { n } from '../platform/call';\nexport const o = n;",
  'miniprogram/src/two/api.ts': 'export const p = 1;',
  'miniprogram/src/console/two/list.ts': "import { p } from '../../two/api';\nexport const q = p;",
};

/** Each: the file that breaks a rule, what it imports, and the rule. */
const BROKEN: [file: string, imported: string, rule: string][] = [
  ['shared/one/crypto.ts', 'node:crypto', 'shared-stands-alone'],
  ['shared/one/server.ts', 'hono', 'shared-stands-alone'],
  ['shared/one/other.ts', '../two/contract', 'rules-know-one-context'],
  ['shared/kernel/context.ts', '../two/contract', 'rules-know-one-context'],
  ['shared/three/contract.ts', './rules', 'contract-is-the-ground'],
  ['functions/one/phone.ts', '../../miniprogram/src/platform/call', 'halves-never-meet'],
  ['miniprogram/src/one/server.ts', '../../../functions/two/verb', 'halves-never-meet'],
  ['functions/one/window.ts', '../two/verb', 'front-door'],
  ['functions/platform/context.ts', '../two/verb', 'platform-knows-no-context'],
  ['functions/three.ts', './local/stand-in', 'local-stays-local'],
  ['functions/one/mount.ts', '../four', 'nobody-imports-a-mount'],
  ['functions/five.ts', './one/plug', 'nobody-imports-an-entry-point'],
  ['functions/three/queries.ts', './verb', 'queries-look-down'],
  ['functions/one/sql.ts', 'kysely', 'sql-lives-in-queries'],
  ['functions/one/client.ts', 'pg', 'sql-lives-in-queries'],
  ['functions/one/state.ts', './queries/write-state', 'one-writer-of-state'],
  ['miniprogram/src/one/neighbour.ts', '../two/api', 'subpackages-stay-apart'],
  ['miniprogram/src/pages/home/index.ts', '../../two/api', 'tab-pages-show-tabs'],
  ['miniprogram/src/two/tabs/list.ts', '../api', 'tabs-stay-small'],
  ['miniprogram/src/console/one/neighbour.ts', '../two/words', 'desk-contexts-stay-apart'],
  ['shared/one/zod.ts', 'zod', 'one-small-zod'],
  ['functions/six/helper.ts', './verb', 'no-circles'],
  ['functions/one/dev.ts', 'fast-check', 'deployed-needs-no-dev-dependency'],
  ['functions/one/nowhere.ts', './nothing', 'everything-resolves'],
];

const SUPPORT: Record<string, string> = {
  'shared/three/rules.ts': 'export const x = 1;',
  'functions/three/verb.ts': 'export const x = 1;',
  'functions/four.ts': 'export const x = 1;',
  'functions/one/queries/write-state.ts': 'export const x = 1;',
  'functions/local/stand-in.ts': 'export const x = 1;',
  'miniprogram/src/console/two/words.ts': 'export const x = 1;',
  'functions/six/verb.ts': "import { z } from './helper';\nexport const y = z;",
  // A circle of folders without one of files.
  'miniprogram/src/ui/a/one.ts': "import { x } from '../b/two';\nexport const y = x;",
  'miniprogram/src/ui/b/two.ts': 'export const x = 1;',
  'miniprogram/src/ui/b/three.ts': "import { x } from '../a/four';\nexport const y = x;",
  'miniprogram/src/ui/a/four.ts': 'export const x = 1;',
};

describe('each rule bites', () => {
  const house = mkdtempSync(join(tmpdir(), 'lianxin-boundaries-'));
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  function write(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), text);
    }
  }

  test('on the file that breaks it, and on nothing else', () => {
    for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(house, file));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    write(HOUSE);
    expect(cruise(house).violations).toEqual([]);

    write(SUPPORT);
    write(
      Object.fromEntries(
        BROKEN.map(([file, imported]) => [file, `import * as x from '${imported}';\nexport const z = x;`]),
      ),
    );
    const { violations } = cruise(house);
    const bitten = violations.map(({ rule, from }) => `${rule.name} ${from}`);
    const folders = ['a', 'b'].map((folder) => `no-circles-of-folders miniprogram/src/ui/${folder}`);
    const expected = BROKEN.map(([file, , rule]) => `${rule} ${file}`);
    expect(bitten.sort()).toEqual([...expected, ...folders].sort());
  });

  test('and no rule is without its violation', () => {
    const names = [...readFileSync(CONFIG, 'utf8').matchAll(/^ {4}name: '([^']+)'/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.sort()).toEqual([...new Set([...BROKEN.map(([, , rule]) => rule), 'no-circles-of-folders'])].sort());
  });
});
