import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { problemsOf } from '../../shared/kernel/procedure';
import { contexts } from '../contexts';
import { proceduresOf } from '../platform/http';
import { procedures } from './contracts';

const SHARED = join(__dirname, '../../shared');

/** Each file of a contract, by its path in `shared/`. */
const files = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^\w+\/contract(\.ts$|\/)/.test(file) && file.endsWith('.ts'))
  .map((file) => relative(SHARED, join(SHARED, file)));

test('every procedure is named after its context and its export, and its path begins with the context', () => {
  expect(procedures.length).toBeGreaterThan(50);
  for (const { name, path } of procedures) {
    const [context = ''] = name.split('.');
    expect([name, path]).toEqual([name, expect.stringMatching(new RegExp(`^/(office/)?${context}(/|$)`))]);
  }
  expect(new Set(procedures.map(({ name }) => name)).size).toBe(procedures.length);
  const named = files.flatMap((file) => {
    const contract = require(join(SHARED, file)) as Record<string, unknown>;
    return proceduresOf(contract).map((one) => [
      one.name.split('.')[1],
      Object.entries(contract).find(([, value]) => value === one)?.[0],
    ]);
  });
  for (const [verb, exported] of named) expect(exported).toBe(verb);
});

test('every context that has a contract is mounted', () => {
  const withContract = readdirSync(SHARED).filter((context) =>
    ['contract.ts', 'contract/index.ts'].some((file) => existsSync(join(SHARED, context, file))),
  );
  // Pictures have none: what sends them is of the context they are for.
  expect(Object.keys(contexts)).toEqual(expect.arrayContaining(withContract));
});

test.each(files)('%s, loaded alone, knows the problems it names', (file) => {
  jest.isolateModules(() => {
    const { knownProblems } = require('../../shared/kernel/problems') as typeof import('../../shared/kernel/problems');
    const own = proceduresOf(require(join(SHARED, file)) as object);
    const unknown = own.flatMap(problemsOf).filter((code) => !knownProblems().includes(code));
    expect(unknown).toEqual([]);
  });
});

test('no two contexts call different problems by one name', () => {
  const tables = readdirSync(SHARED).map((context) => join(SHARED, context, 'problems.ts'));
  const codes = tables
    .filter((file) => existsSync(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => code));
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
