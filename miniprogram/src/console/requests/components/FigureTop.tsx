import Taro from '@tarojs/taro';
import { SOON_DAYS } from '../../../../../shared/kernel/days';
import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import { FigureLink } from './FigureLink';
import { type Dashboard, type Line, listOf, sayCount } from './figures';

type Props = { shown: Dashboard; filter: Line['filter'] };

/** 现在: of every time, because what is late does not wait for the year to be chosen. */
export function FigureNow({ shown: { now, all }, filter }: Props) {
  const { from: _, to: __, ...place } = filter;
  const alerts = [
    { count: now.late, box: 'late', words: '件超时', none: '没有超时的', icon: 'alert', tone: 'late' },
    {
      count: now.soon,
      box: 'due_soon',
      words: `件在 ${SOON_DAYS} 天里到期`,
      none: `${SOON_DAYS} 天里没有到期的`,
      icon: 'clock',
      tone: 'wait',
    },
  ] as const;
  return (
    <section aria-label="现在还在办">
      <h2 className="dash-head">现在还在办</h2>
      <p className="dash-big">
        <FigureLink count={now.underWay} box="open" filter={place} label="在办" className="dash-number" />
        <span className="secondary"> 件，不管哪天来的</span>
      </p>
      {all.atHotline > 0 && (
        <p className="secondary">
          {'这段时间来的，有 '}
          <FigureLink count={all.atHotline} box="at_hotline" filter={filter} label="12345 在办" />
          {' 件在等 12345'}
        </p>
      )}
      <p className="secondary">{`这段时间收到 ${sayCount(all.received)} 件`}</p>
      {alerts.map(({ count, box, words, none, icon, tone }) =>
        count ? (
          <Press
            key={box}
            role="link"
            className={`dash-alert ${tone}`}
            onPress={() => Taro.redirectTo({ url: listOf(box, place) })}
          >
            <Icon name={icon} />
            <b>{sayCount(count)}</b>
            <span className="grow">{words}</span>
            <Icon name="right" />
          </Press>
        ) : (
          <p key={box} className="dash-alert">
            <Icon name="check" />
            {none}
          </p>
        ),
      )}
    </section>
  );
}

/** 办理完成 is the deputy's or the department's word, 办结 the resident's: two bars, and no rate. */
export function FigureWords({ shown: { all }, filter }: Props) {
  const { claimed, solved, partly, again, answered, everAnswered } = all;
  const silent = everAnswered - solved - partly - again - answered;
  const parts = [
    { part: 'confirmed', count: solved, words: '解决了' },
    { part: 'partly', count: partly, words: '一部分' },
    { part: 'late', count: again, words: '没解决，又在办' },
    { part: 'waiting', count: answered, words: '还没说' },
    { part: 'away', count: silent, words: '没等到回音' },
  ].filter(({ count }) => count > 0);
  return (
    <section aria-label="谁说办完了">
      <h2 className="dash-head">谁说办完了</h2>
      <p className="note">两边各说各的，不合成一个数。</p>
      {everAnswered === 0 ? (
        <p className="secondary space-above-2">这段时间的，还没有答过。</p>
      ) : (
        <>
          <div className="dash-two">
            <span>代表、部门说办完了</span>
            <FigureLink count={claimed} box="claimed" filter={filter} label="代表、部门说办完了" />
            <span className="dash-bar" aria-hidden="true">
              <i className="dash-claimed" style={{ flexGrow: claimed }} />
              <i className="dash-none" style={{ flexGrow: everAnswered - claimed }} />
            </span>
            <span>居民说解决了</span>
            <FigureLink count={solved + partly} box="confirmed" filter={filter} label="居民说解决了" />
            <span className="dash-bar" aria-hidden="true">
              {parts.map(({ part, count }) => (
                <i key={part} className={`dash-${part}`} style={{ flexGrow: count }} />
              ))}
            </span>
          </div>
          <p className="dash-legend">
            {parts.map(({ part, count, words }) => (
              <span key={part}>
                <i className={`dash-${part}`} aria-hidden="true" />
                {`${words} ${sayCount(count)}`}
              </span>
            ))}
          </p>
          <p className="note">{`答过的一共 ${sayCount(everAnswered)} 件。部门说“正在办、列入计划”的，不算说办完了。`}</p>
        </>
      )}
    </section>
  );
}

const MOST_BARS = 30;

/** How many days the first answer took: a bar a day, the last one for all that took longer. */
export function FigureDays({ shown: { answers, all, answerTerm } }: Props) {
  const { everAnswered, median, p90 } = all;
  const term = answerTerm.kind === 'calendar' ? answerTerm.days : null;
  const longest = Math.max(p90 ?? 0, term ?? 0, answers.at(-1)?.days ?? 0);
  const last = Math.min(longest, MOST_BARS);
  const counts = Array.from({ length: last + 1 }, (_, days) =>
    answers.reduce((sum, one) => sum + (Math.min(one.days, last) === days ? one.count : 0), 0),
  );
  const most = Math.max(1, ...counts);
  const bars = last + 1;
  /** A line at the end of this day's bar, and its words on the side where there is room. */
  const mark = (days: number, kind: string, words = '') => {
    const at = ((Math.min(days, last) + 1) / bars) * 100;
    return at > 50 ? (
      <span className={`dash-mark ends ${kind}`} style={{ right: `${100 - at}%` }}>
        {words}
      </span>
    ) : (
      <span className={`dash-mark ${kind}`} style={{ left: `${at}%` }}>
        {words}
      </span>
    );
  };
  return (
    <section aria-label="几天第一次答">
      <h2 className="dash-head">几天第一次答</h2>
      <p className="note">{`从收到那天数，自然日；答过的 ${sayCount(everAnswered)} 件。`}</p>
      {median === null || p90 === null ? (
        <p className="secondary space-above-2">还没有答过的。</p>
      ) : (
        <div
          className="dash-days"
          role="img"
          aria-label={`第一次答复：一半在 ${median} 天以内，九成在 ${p90} 天以内${term ? `，县里定的是 ${term} 天` : ''}`}
        >
          <div className="dash-plot">
            <svg viewBox={`0 0 ${bars} 1`} preserveAspectRatio="none" aria-hidden="true">
              {counts.map((count, days) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day.
                  key={days}
                  x={days + 0.08}
                  y={1 - count / most}
                  width={0.84}
                  height={count / most}
                  className={term && days > term ? 'dash-fill-late' : days <= median ? 'dash-fill' : 'dash-fill-2'}
                />
              ))}
            </svg>
            {mark(median, '', `一半 ${median} 天`)}
            {p90 !== median && mark(p90, 'second', `九成 ${p90} 天`)}
            {term !== null && mark(term, 'second term')}
          </div>
          <div className="dash-scale">
            <span>当天</span>
            <span>{longest > last ? `${last} 天以上` : `${last} 天`}</span>
          </div>
        </div>
      )}
    </section>
  );
}
