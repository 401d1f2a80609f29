import { newTotpSecret, stepOf, totp } from './totp';

/** `12345678901234567890`, the secret of the examples, as telephones take it. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d seconds it is %s', (seconds, code) => {
  expect(totp(SECRET, at(seconds))).toBe(code);
});

test('a clock may be one step off, not two', () => {
  const now = 1_234_567_890;
  const step = Math.floor(now / 30);
  for (const off of [-1, 0, 1]) expect(stepOf(SECRET, totp(SECRET, at(now + off * 30)), at(now))).toBe(step + off);
  for (const off of [-2, 2]) expect(stepOf(SECRET, totp(SECRET, at(now + off * 30)), at(now))).toBeNull();
  for (const code of ['', '00592', '0059244', '五九二四']) expect(stepOf(SECRET, code, at(now))).toBeNull();
});

test('each secret is another, of 32 letters', () => {
  const made = new Set(Array.from({ length: 50 }, newTotpSecret));
  expect(made.size).toBe(50);
  for (const secret of made) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});
