import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOperator } from '../../counties/open-operator';
import { processNow, testDatabase } from '../../testing/server';
import { localSecrets } from '../secrets';
import { seed } from './write';

const store = testDatabase();
const directory = mkdtempSync(join(tmpdir(), 'lianxin-seed-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('the demo comes beside a county that was added before the first start, once, and never into a database of one’s own', async () => {
  const now = processNow();
  const operator = openOperator(store.url, localSecrets(directory));
  const county = {
    jurisdiction: '370283',
    name: '平度市',
    congress_name: '平度市人大常委会',
    settings: '{}',
    created_at: now,
  };
  await store.owner.inTenant('370283', (tx) => tx.insertInto('county').values(county).execute());
  const fill = (onlyEmpty: boolean) => seed(store.url, operator.phones, now, onlyEmpty);
  expect([await fill(true), await fill(false), await fill(false)]).toEqual([false, true, false]);
  await operator.database.close();
});
