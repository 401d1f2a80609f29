import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { movedTo } from './old-addresses';

const OLD = ['desk', 'register', 'prints', 'roster', 'roles', 'sign-in'].map((page) => `/console/pages/${page}/index`);

test('an address of before leads to the page that is there today, with all that stood behind it', () => {
  expect(movedTo('#/console/pages/desk/index?box=to_screen&id=7')).toBe(
    '#/console/requests/pages/worklist/index?box=to_moderate&id=7',
  );
  expect(movedTo('#/console/pages/desk/index?id=7&box=late')).toBe(
    '#/console/requests/pages/worklist/index?id=7&box=late',
  );
  expect(movedTo('#/identity/pages/desk/index?code=1-2')).toBe('#/identity/pages/qr-sign-in/index?code=1-2');
  expect(movedTo('#/console/pages/register/index')).toBe('#/console/requests/pages/enter/index');
  for (const path of OLD) {
    const to = movedTo(`#${path}`);
    expect({ path, exists: existsSync(join(__dirname, '..', `${to.slice(1)}.tsx`)) }).toEqual({ path, exists: true });
  }
});

test('every other address stays as it is', () => {
  for (const hash of ['', '#', '#/pages/home/index', '#/console/requests/pages/worklist/index?id=7', '#/console/pages'])
    expect(movedTo(hash)).toBe(hash);
});
