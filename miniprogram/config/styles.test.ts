import { shorter } from './styles';

test('a drawing keeps what it draws, and its hashes stay escaped', () => {
  const drawn = "%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cpath fill='%23b01e28' d='M4 8z'/%3E%3C/svg%3E";
  const before = `.a{--icon:url("data:image/svg+xml;charset=utf-8,${drawn}")}.b{content:"%3C"}`;
  expect(shorter(before)).toBe(
    ".a{--icon:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path fill='%23b01e28' d='M4 8z'/></svg>\")}.b{content:\"%3C\"}",
  );
});
