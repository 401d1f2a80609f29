import { hearTime, ticks } from './clock';
import { entryOf } from './store';

test('an answer is as fresh as it is, also when a reply puts the clock right', async () => {
  const entry = entryOf(
    'key',
    'requests.mine',
    async () => 'answer',
    () => null,
  );
  await entry.fetch();
  const before = entry.answeredAt();
  hearTime(new Date(ticks() - 3_600_000).toUTCString());
  await entry.fetch();
  expect(entry.answeredAt()).toBeGreaterThanOrEqual(before);
  expect(entry.answeredAt()).toBeLessThanOrEqual(ticks());
});
