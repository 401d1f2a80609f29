import type { Reply } from '../../../../../shared/kernel/procedure';
import type { slips } from '../../../../../shared/voting/contract';
import { Tag } from '../../../ui/Tag';
import { SLIP_TAGS, SLIP_WORDS } from './slip-words';

/** What came back and is not in the box yet, and what was entered today; `at`: the one in hand. */
export function SlipsWaiting({
  waiting,
  twice,
  at,
}: Pick<Reply<typeof slips>, 'waiting' | 'twice'> & { at: string | undefined }) {
  return (
    <section className="panel" aria-label="收回的">
      <h2 className="heading">{`收回的 ${waiting.length} 张`}</h2>
      <ul className="slip-list space-above-2">
        {waiting.map(({ serial, state, mine }) => (
          <li key={serial} className={`row between wrap ${serial === at ? 'on' : ''}`}>
            <b className="slip-serial">{serial}</b>
            <span className="row">
              {mine && <span className="note">您录过</span>}
              {serial === at ? (
                <Tag icon="pen" tone="accent">
                  在录
                </Tag>
              ) : (
                <Tag {...SLIP_TAGS[state]}>{SLIP_WORDS[state]}</Tag>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="note space-above-2">
        {twice ? '两个人各录一遍。一样才进票箱，不一样看纸票。' : '这次评议录一遍就进票箱。'}
      </p>
    </section>
  );
}
