import { setImmediate as turn } from 'node:timers/promises';
import { atOnce } from './at-once';

test('so many at a time and no more, the results in order', async () => {
  let running = 0;
  let most = 0;
  const results = await atOnce(3, [5, 1, 4, 2, 3, 0, 6], async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let left = turns; left > 0; left -= 1) await turn();
    running -= 1;
    return turns * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30, 0, 60]);
  expect(most).toBe(3);
  expect(await atOnce(3, [], async () => 1)).toEqual([]);
});

test('the first that fails ends it: nothing new is begun', async () => {
  const begun: number[] = [];
  const work = atOnce(2, [1, 2, 3, 4, 5, 6], async (each) => {
    begun.push(each);
    await turn();
    if (each === 2) throw new Error('away');
  });
  await expect(work).rejects.toThrow('away');
  for (let turns = 0; turns < 10; turns += 1) await turn();
  expect(begun.length).toBeLessThan(5);
});
