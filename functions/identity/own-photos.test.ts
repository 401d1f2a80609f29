import { StorageAway } from '../platform/storage';
import { readPhotos } from './own-photos';

const wanted = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `pictures/a/${at}`, type: at % 2 ? 'image/png' : 'image/jpeg' }));
const storage = (get: (key: string) => Buffer | null) => ({ get: async (key: string) => get(key) });

test('each has a name by its order and its kind', async () => {
  const read = await readPhotos(
    storage(() => Buffer.from('x')),
    wanted(2),
  );
  expect([...read.values()].map(({ name }) => name)).toEqual(['照片/001.jpg', '照片/002.png']);
});

test('a storage that is away, and a file that is gone, are told apart; the rest is there', async () => {
  const get = (key: string) => {
    if (key.endsWith('/0')) throw new StorageAway();
    return key.endsWith('/1') ? null : Buffer.from('x');
  };
  const read = [...(await readPhotos(storage(get), wanted(3))).values()];
  expect(read.map(({ missing, bytes }) => [missing, bytes?.length])).toEqual([
    ['这张没读出来，过一会儿再拷一次', undefined],
    ['这张找不到了', undefined],
    [undefined, 1],
  ]);
});

test('more than fit into the memory of a call are named, and not read', async () => {
  let asked = 0;
  const get = () => {
    asked += 1;
    return Buffer.alloc(2_500_000);
  };
  const read = [...(await readPhotos(storage(get), wanted(200))).values()];
  const inside = read.filter(({ bytes }) => bytes);
  expect(read).toHaveLength(200);
  expect(asked).toBe(inside.length);
  expect(inside.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)).toBeLessThanOrEqual(40 * 1024 * 1024);
  expect(read.at(-1)?.missing).toContain('照片太多');
});

test('what is another’s fault is thrown', async () => {
  const get = () => {
    throw new Error('boom');
  };
  await expect(readPhotos(storage(get), wanted(1))).rejects.toThrow('boom');
});
