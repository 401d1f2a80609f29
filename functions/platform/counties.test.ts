import { openCounties } from './counties';

const farewells = new Map([['330824', '停用了。']]);
const standings = (...open: string[]) => ({ open: new Set(open), farewells });
const at = (seconds: number) => new Date(Date.parse('2026-11-18T02:00:00Z') + seconds * 1000);

test('the counties are read once in 30 s, whoever asks', async () => {
  const read = jest.fn(async () => standings('330822'));
  const counties = openCounties({ counties: read });
  const asked = await Promise.all([
    counties.has('330822', at(0)),
    counties.has('330823', at(0)),
    counties.known(at(30)),
  ]);
  expect(asked).toEqual([true, false, new Set(['330822'])]);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockResolvedValue(standings('330822', '330823'));
  expect(await counties.has('330823', at(31))).toBe(true);
});

test('what is no code of a county is asked of nobody', async () => {
  const read = jest.fn(async () => standings('330822'));
  expect(await openCounties({ counties: read }).has("330822' or true", at(0))).toBe(false);
  expect(read).not.toHaveBeenCalled();
});

test('a reading that failed is tried again by the next who asks', async () => {
  const read = jest.fn(async () => standings('330822')).mockRejectedValueOnce(new Error('away'));
  const counties = openCounties({ counties: read });
  await expect(counties.has('330822', at(0))).rejects.toThrow('away');
  expect(await counties.has('330822', at(1))).toBe(true);
});

test('of a county that closed it is known what its people are told; of others it is not', async () => {
  const counties = openCounties({ counties: async () => standings('330822') });
  expect(await counties.farewell('330824', at(0))).toBe('停用了。');
  expect(await counties.farewell('330822', at(0))).toBeNull();
  expect(await counties.farewell("330824' or true", at(0))).toBeNull();
});
