import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { lengthOf } from '../../shared/kernel/text';
import { contexts } from '../contexts';
import { settingValue } from '../directory/deciding/values';

/** All contexts' settings lie in one column of the county: a name that two of them have would change both. */
const FUNCTIONS = join(__dirname, '..');

const withSettings = Object.keys(contexts).filter((context) => existsSync(join(FUNCTIONS, context, 'settings.ts')));
const schemaOf = (context: string) =>
  (require(join(FUNCTIONS, context, 'settings.ts')) as { Settings: z.ZodMiniObject }).Settings;
const explainedOf = async (context: string) => (await (await contexts[context]?.())?.plug.settings?.())?.settings;

test('every setting is one context’s alone, and has a default', () => {
  const names = withSettings.flatMap((context) => Object.keys(schemaOf(context).parse({})));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every setting is explained to the office by its context’s plug, under a title that no other has', async () => {
  const titles: string[] = [];
  for (const context of withSettings) {
    const found = await explainedOf(context);
    expect([context, found?.schema === schemaOf(context)]).toEqual([context, true]);
    const explained = found?.explained ?? {};
    expect([context, Object.keys(explained).sort()]).toEqual([context, Object.keys(schemaOf(context).shape).sort()]);
    titles.push(...Object.values(explained).map(({ title }) => title));
  }
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('the default lies within the bounds that are said, and both bounds may be stored', async () => {
  for (const context of withSettings) {
    const found = await explainedOf(context);
    for (const [name, one] of Object.entries(found?.explained ?? {})) {
      const schema = schemaOf(context);
      const value = settingValue({ ...one, name, schema }, {});
      expect([name, Object.keys(value)]).toEqual([name, [one.kind]]);
      if (!('least' in one)) continue;
      const count = value.term?.days ?? value.months ?? value.days ?? lengthOf(value.words ?? '');
      expect([name, one.least <= count && count <= one.most]).toEqual([name, true]);
      for (const bound of [one.least, one.most]) {
        const stored = value.term ? { ...value.term, days: bound } : value.words ? '字'.repeat(bound) : bound;
        expect([name, schema.safeParse({ [name]: stored }).success]).toEqual([name, true]);
      }
    }
  }
});
