import Taro from '@tarojs/taro';
import { Mark } from '../../ui/Mark';
import { Press } from '../../ui/Press';
import { CONSOLE_PAGES, type ConsolePage } from './pages';
import './Rail.scss';

const PAGES: { page: ConsolePage; icon: string; words: string; office?: true }[] = [
  { page: 'worklist', icon: 'mine', words: '事情' },
  { page: 'enter', icon: 'pen', words: '登记' },
  { page: 'prints', icon: 'print', words: '打印' },
  { page: 'roster', icon: 'people', words: '名册', office: true },
  { page: 'roles', icon: 'shield', words: '身份', office: true },
];

/** Where one can go, at the left of a wide window and at the foot of a narrow one. */
export function Rail({ at, admin }: { at: ConsolePage; admin: boolean }) {
  return (
    <nav className="rail" aria-label="工作台">
      <span className="rail-mark">
        <Mark />
      </span>
      {PAGES.filter(({ office }) => admin || !office).map(({ page, icon, words }) => (
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
      ))}
    </nav>
  );
}
