import { useState } from 'react';
import { mark, release, reopen, type words } from '../../../../../shared/voting/contract';
import type { Span } from '../../../../../shared/voting/spans';
import { STATE_NAMES, type State } from '../../../../../shared/voting/states';
import { act, useSending } from '../../../platform/act';
import { newKey } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import type { usePages } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Group } from '../../../ui/Group';
import { Icon } from '../../../ui/Icon';
import { More } from '../../../ui/More';
import { Notice } from '../../../ui/Notice';
import { Press } from '../../../ui/Press';
import { State as Empty } from '../../../ui/State';
import { Kbd } from '../../ui/Kbd';
import { toast } from '../../ui/Toast';
import { useKeys } from '../../ui/useKeys';
import { useNarrow } from '../../ui/useNarrow';
import { RefuseDialog, TakeOutDialog } from './ScreeningDialogs';
import { ScreeningRow } from './ScreeningRow';
import { ScreeningSide } from './ScreeningSide';
import { type Head, mainOf, spansOf, TABS } from './screening';
import './Screening.scss';

type List = ReturnType<typeof usePages<typeof words>> & { head: Head };
type Props = { id: string; state: State; list: List; onState: (state: State) => void };

/** What was written on the left and what everybody will see on the right, one row after the other. */
export function Screening({ id, state, list, onState }: Props) {
  const { items, head } = list;
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Record<string, readonly Span[]>>({});
  const [dialog, setDialog] = useState<'take out' | 'refuse' | null>(null);
  const { isPending, error, send, clear } = useSending(() => undefined);
  const at = Math.max(
    0,
    items.findIndex((one) => one.id === chosen),
  );
  const item = items[at];
  const spans = item ? spansOf(item, drafts) : [];
  const main = item && mainOf(item, spans);
  const step = (by: number) => {
    clear();
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) setChosen(next.id);
    window.requestAnimationFrame(() =>
      document.querySelector('.screening-row.selected')?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const setSpans = (next: readonly Span[]) => item && setDrafts({ ...drafts, [item.id]: next });
  const done = (said: string) => {
    toast(said);
    setChosen(items[at + 1]?.id ?? items[at - 1]?.id ?? null);
    if (item) setDrafts(({ [item.id]: _, ...others }) => others);
  };
  const did = (kind: 'mark' | 'release' | 'reopen') =>
    send(async () => {
      if (!item) return;
      const which = { id, word: item.id, version: item.version };
      const options = { key: newKey(), refreshes: ['voting.words'] };
      if (kind === 'mark') await act(mark, { ...which, spans: [...spans] }, options);
      else await act(kind === 'release' ? release : reopen, which, options);
      done({ mark: '标好了，等另一位放行', release: '放行了', reopen: '放回去了，请另一位看' }[kind]);
    });
  const mayTakeOut = item?.acts.includes('mark') && item.words !== null;
  const acts = {
    y: () => main?.act && did(main.act),
    x: () => mayTakeOut && setDialog('take out'),
    n: () => item?.acts.includes('refuse') && setDialog('refuse'),
    t: () => item?.acts.includes('reopen') && did('reopen'),
  };
  useKeys({ j: () => step(1), k: () => step(-1), ...acts });
  return (
    <div className="screening">
      <section className="panel screening-list" aria-label="写的话">
        <Group role="tablist" label="审到哪了" className="screening-tabs">
          {STATE_NAMES.map((one) => (
            <Press
              key={one}
              role="tab"
              on={one === state}
              className={`screening-tab ${one === state ? 'on' : ''}`}
              onPress={() => onState(one)}
            >
              {TABS[one]}
              <b>{` ${head.counts[one]}`}</b>
            </Press>
          ))}
          <span className="grow" />
          <span className="note screening-all">{`共 ${STATE_NAMES.reduce((sum, one) => sum + head.counts[one], 0)} 句`}</span>
        </Group>
        {!narrow && items.length > 0 && (
          <div className="screening-two screening-heads" aria-hidden="true">
            <span>
              <Icon name="lock" /> 原话，只有审的两个人看
            </span>
            <span>
              <Icon name="board" /> 部门和公开栏看到的
            </span>
          </div>
        )}
        <div className="screening-scroll">
          {!items.length && <Empty scene="empty" title={`没有${TABS[state]}的`} words="换一格看看。" />}
          <ol>
            {items.map((one) => (
              <ScreeningRow
                key={one.id}
                item={one}
                spans={spansOf(one, drafts)}
                on={one === item}
                onChoose={() => setChosen(one.id)}
                onPutBack={(span) => setSpans(spans.filter((other) => other !== span))}
              />
            ))}
          </ol>
          <More {...list} />
        </div>
        {item && (
          <footer className="screening-acts">
            {error && <Notice tone="late">{sayFault(error)}</Notice>}
            <Button icon="check" busy={isPending && '正在记…'} disabled={!main?.act} onPress={acts.y}>
              {main?.words} <Kbd>Y</Kbd>
            </Button>
            <Button kind="line" disabled={!mayTakeOut} onPress={acts.x}>
              再去掉一处 <Kbd>X</Kbd>
            </Button>
            <Button kind="line" disabled={!item.acts.includes('refuse')} onPress={acts.n}>
              不放 <Kbd>N</Kbd>
            </Button>
            <Button kind="line" disabled={!item.acts.includes('reopen')} onPress={acts.t}>
              请另一个人看 <Kbd>T</Kbd>
            </Button>
            <span className="note grow">{main?.why}</span>
            {!narrow && (
              <span className="note keys-note" aria-hidden="true">
                <Kbd>J</Kbd> <Kbd>K</Kbd> 上下
              </span>
            )}
          </footer>
        )}
      </section>
      <ScreeningSide id={id} head={head} />
      {dialog === 'take out' && item && (
        <TakeOutDialog item={item} spans={spans} onTake={setSpans} onClose={() => setDialog(null)} />
      )}
      {dialog === 'refuse' && item && (
        <RefuseDialog id={id} item={item} onDone={() => done('没有放，记下了为什么')} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
