import { ownDataText } from './own-data';

test('the text says every part, with its count and how long it is kept, and what it does not know', () => {
  const text = ownDataText({
    at: '2026-11-18T02:00:00.000Z',
    name: '陈试用',
    maskedPhone: null,
    open: 0,
    holdsRole: false,
    parts: [
      {
        key: 'requests.requests',
        title: '说过的事',
        kept: '存档',
        count: 1,
        entries: [{ title: '路灯', on: '2026-11-12', lines: ['您说：路灯不亮'] }],
      },
      { key: 'voting.ballots', title: '投过的票', kept: '查不到', count: null, entries: [] },
    ],
  });
  expect(text.split('\r\n')).toEqual([
    '\ufeff连心站：我的资料',
    '2026 年 11 月 18 日拷的',
    '',
    '名字：陈试用',
    '手机号：没有',
    '',
    '【说过的事】 1 条',
    '存档',
    '',
    '2026-11-12  路灯',
    '  您说：路灯不亮',
    '',
    '【投过的票】',
    '查不到',
    '',
    '没有存：身份证、脸、您走到哪。',
    '里面有您的事，别转给不认识的人。',
    '',
  ]);
});
