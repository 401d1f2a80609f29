import {
  isSameRole,
  makeInvitationCode,
  makeQrSignInCode,
  mayTake,
  qrSignInLink,
  readQrSignInLink,
  sayRole,
  secondFactorLink,
} from './rules';

const nowhere = { deputy_id: null, station_id: null, village: null, department_id: null };
const clerk = (station: string) => ({ ...nowhere, role: 'clerk' as const, station_id: station });
const deputy = (id: string) => ({ ...nowhere, role: 'deputy' as const, deputy_id: id });

test('codes are of letters and digits that are not mistaken for one another', () => {
  let next = 0;
  const random = () => next++ % 32;
  expect(makeInvitationCode(random)).toBe('01234567');
  expect(makeQrSignInCode(random)).toBe('89ABCDEFGHJKMNPQ');
  expect(makeInvitationCode(random)).toBe('RSTVWXYZ');
});

test('what a computer shows is what a phone reads', () => {
  const link = qrSignInLink('https://lianxin.example/', '330822', '0123456789ABCDEF');
  expect(link).toBe('https://lianxin.example/d/330822-0123456789ABCDEF');
  for (const text of [link, ` ${link}\n`, `${link}/`, `${link}?scancode_time=1`])
    expect(readQrSignInLink(text)).toEqual({ jurisdiction: '330822', code: '0123456789ABCDEF' });
  for (const text of [
    '',
    link.slice(0, -1),
    `${link}0`,
    link.replace('/d/', '/c/'),
    '330822-0123456789ABCDEF',
    'x'.repeat(9_999),
  ])
    expect(readQrSignInLink(text)).toBeNull();
});

test('what a telephone makes codes from says where and whose', () => {
  const link = secondFactorLink({ secret: 'GEZDGNBV', county: '常山县', name: '管范例' });
  const { protocol, host, pathname, searchParams } = new URL(link);
  expect([protocol, host, decodeURIComponent(pathname)]).toEqual(['otpauth:', 'totp', '/常山县连心站:管范例']);
  expect(Object.fromEntries(searchParams)).toEqual({ secret: 'GEZDGNBV', issuer: '常山县连心站' });
});

test('several stations, but one deputy at the most', () => {
  const held = [clerk('a'), deputy('a')];
  expect(mayTake([], deputy('a'))).toBe(true);
  expect(mayTake(held, clerk('b'))).toBe(true);
  expect(mayTake(held, clerk('a'))).toBe(false);
  expect(mayTake(held, deputy('b'))).toBe(false);
  expect(isSameRole(clerk('a'), clerk('a'))).toBe(true);
  expect(isSameRole(clerk('a'), { ...clerk('a'), role: 'admin' })).toBe(false);
});

test('a role is said with what it is for', () => {
  const held = {
    deputyId: null,
    deputyName: null,
    stationId: null,
    stationName: null,
    village: null,
    villageName: null,
  };
  expect(sayRole({ ...held, role: 'deputy', deputyName: '徐示例' }, '县')).toEqual({ role: '人大代表', of: '徐示例' });
  expect(sayRole({ ...held, role: 'supervisor', villageName: '草坪村' }, '县')).toEqual({
    role: '民主监督员',
    of: '草坪村',
  });
  expect(sayRole({ ...held, role: 'clerk', stationName: '草坪村代表联络站' }, '县').of).toBe('草坪村代表联络站');
  expect(sayRole({ ...held, role: 'admin' }, '县')).toEqual({ role: '县人大办公室', of: null });
  expect(sayRole({ ...held, role: 'admin' }, '旗').role).toBe('旗人大办公室');
});
