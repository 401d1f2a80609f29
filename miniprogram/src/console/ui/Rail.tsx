import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Mark } from '../../ui/Mark';
import { Press } from '../../ui/Press';
import { CONSOLE_PAGES, type ConsolePage } from './pages';
import './Rail.scss';

/** `seat`: who sits where needs the page; nobody else is led there. */
const PAGES: { page: ConsolePage; icon: string; words: string; seat: keyof Seats | 'anybody' }[] = [
  { page: 'worklist', icon: 'mine', words: '事情', seat: 'station' },
  { page: 'assigned', icon: 'board', words: '要办的', seat: 'department' },
  { page: 'suggestions', icon: 'chat', words: '建议', seat: 'admin' },
  { page: 'enter', icon: 'pen', words: '登记', seat: 'station' },
  { page: 'board', icon: 'board', words: '公开栏', seat: 'station' },
  { page: 'prints', icon: 'print', words: '打印', seat: 'station' },
  { page: 'appraisals', icon: 'ballot', words: '评议', seat: 'station' },
  { page: 'promises', icon: 'clock', words: '整改', seat: 'anybody' },
  { page: 'dashboard', icon: 'chart', words: '看板', seat: 'station' },
  { page: 'roster', icon: 'people', words: '名册', seat: 'admin' },
  { page: 'roles', icon: 'shield', words: '身份', seat: 'admin' },
  { page: 'audit', icon: 'eye', words: '日志', seat: 'admin' },
  { page: 'settings', icon: 'gear', words: '规矩', seat: 'admin' },
  { page: 'department', icon: 'station', words: '部门', seat: 'department' },
];

/** Where a person sits: in the congress's office, at their stations or all of them, in their departments. */
export type Seats = { admin: boolean; station: boolean; department: boolean };

/** Where one can go, at the left of a wide window and at the foot of a narrow one. */
export function Rail({ at, seats }: { at: ConsolePage; seats: Seats | null }) {
  const nav = useRef<HTMLElement>(null);
  // In large letters a narrow window shows some of them at a time.
  useEffect(() => {
    if (seats) nav.current?.querySelector('.on')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [seats]);
  return (
    <nav className="rail" aria-label="工作台" ref={nav}>
      <span className="rail-mark">
        <Mark />
      </span>
      {PAGES.filter(({ seat }) => (seat === 'anybody' ? seats : seats ? seats[seat] : seat === 'station')).map(
        ({ page, icon, words }) => (
          <Press
            key={page}
            role="link"
            className={`rail-link ${page === at ? 'on' : ''}`}
            label={page === at ? `${words}，就在这一页` : words}
            onPress={() => page !== at && Taro.redirectTo({ url: CONSOLE_PAGES[page] })}
          >
            <i className={`icon icon-${icon}`} aria-hidden="true" />
            <span>{words}</span>
          </Press>
        ),
      )}
    </nav>
  );
}
