import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';

/** All contexts' settings lie in one column of the county: a name that two of them have would change both. */
const FUNCTIONS = join(__dirname, '..');

test('every setting is one context’s alone, and has a default', () => {
  const files = readdirSync(FUNCTIONS).map((context) => join(FUNCTIONS, context, 'settings.ts'));
  const names = files
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { Settings } = require(file) as { Settings: z.ZodMiniObject };
      return Object.keys(Settings.parse({}));
    });
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
