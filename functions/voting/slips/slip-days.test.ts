import { daysOf } from './slip-days';

test('a day says how many of all stations; the latest first, and no more than seven', () => {
  const book = { first: 401, last: 480, printed_on: '2026-11-09' };
  const issued = [
    { issued_on: '2026-11-10', count: '5' },
    { issued_on: '2026-11-10', count: '7' },
    // The only tick of that day was taken back.
    { issued_on: '2026-11-11', count: '0' },
  ];
  const slips = [
    { state: 'entered', changed_on: '2026-11-10' },
    { state: 'entered', changed_on: '2026-11-12' },
    { state: 'spoiled', changed_on: '2026-11-12' },
    { state: 'printed', changed_on: '2026-11-13' },
    { state: 'first', changed_on: '2026-11-13' },
  ] as const;
  const books = [
    { ...book, stationName: '白石镇代表联络站' },
    { ...book, stationName: '招贤镇代表联络站' },
  ];
  const nothing = { books: [], issued: 0, entered: 0, spoiled: 0 };
  expect(daysOf({ books, issued, slips })).toEqual([
    { ...nothing, on: '2026-11-12', entered: 1, spoiled: 1 },
    { ...nothing, on: '2026-11-10', issued: 12, entered: 1 },
    { ...nothing, on: '2026-11-09', books: books.map(({ stationName }) => ({ stationName, count: 80 })) },
  ]);
  const many = Array.from({ length: 9 }, (_, at) => ({ state: 'entered' as const, changed_on: `2026-11-1${at}` }));
  expect(daysOf({ books: [], issued: [], slips: many }).map(({ on }) => on)).toEqual(
    many
      .map(({ changed_on }) => changed_on)
      .reverse()
      .slice(0, 7),
  );
});
