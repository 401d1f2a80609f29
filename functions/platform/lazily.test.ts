import { lazily, loadedByCall } from './lazily';

test('what was asked for is loaded once, and again only after it failed', async () => {
  const load = jest.fn(async () => 'loaded').mockRejectedValueOnce(new Error('a bad second'));
  const loaded = lazily(load);
  expect(load).not.toHaveBeenCalled();
  await expect(loaded()).rejects.toThrow('a bad second');
  expect(await Promise.all([loaded(), loaded()])).toEqual(['loaded', 'loaded']);
  expect(load).toHaveBeenCalledTimes(2);
});

test('the first call loads what is called, and every call goes there', async () => {
  const load = jest.fn(async () => ({
    twice: async (n: number) => 2 * n,
    fail: () => Promise.reject(new Error('no')),
  }));
  const { twice, fail } = loadedByCall<Awaited<ReturnType<typeof load>>>({ twice: true, fail: true }, load);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([twice(1), twice(2)])).toEqual([2, 4]);
  await expect(fail()).rejects.toThrow('no');
  expect(load).toHaveBeenCalledTimes(1);
});
