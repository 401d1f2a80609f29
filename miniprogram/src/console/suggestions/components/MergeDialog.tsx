import { useState } from 'react';
import { desk, merge } from '../../../../../shared/suggestions/contract';
import { MOST_TOGETHER } from '../../../../../shared/suggestions/limits';
import type { Suggestion, SuggestionLine } from '../../../../../shared/suggestions/shown';
import { sayNumber } from '../../../../../shared/suggestions/words';
import { useAct } from '../../../platform/act';
import { usePages } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { Skeleton } from '../../../ui/Skeleton';
import { Dialog } from '../../ui/Dialog';
import { toastWithUndo } from '../../ui/Toast';
import { undoMerge } from './undo-merge';
import '../../../ui/Choice.css';

type Props = { suggestion: Suggestion; onClose: () => void };

/** 和别的合成一件 (并案): of those that wait to be assigned, which are of the same matter. This one leads. */
export function MergeDialog({ suggestion, onClose }: Props) {
  const { id, version, title, together, dueOn } = suggestion;
  const list = usePages(desk, { box: 'to_assign' });
  const merging = useAct(merge, ['suggestions', 'notifications']);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const there = [id, ...together.map((one) => one.id)];
  const all = list.items.filter((line) => !there.includes(line.id) && !line.joined && line.round === 1);
  const picked = all.filter((line) => chosen.includes(line.id));
  const found = all.filter((line) => chosen.includes(line.id) || isLike(line, words.trim()));
  const due = [dueOn, ...picked.map((line) => line.dueOn)].flatMap((day) => day ?? []).sort()[0];
  const toggle = (one: string) =>
    setChosen((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now, one]));
  const put = () => {
    if (!picked.length || merging.isPending) return;
    const others = picked.map((line) => ({ id: line.id, version: line.version }));
    void merging.send({ id, version, others }, ({ merged }) => {
      const said = `“${title}”${there.length + picked.length} 件合好了`;
      toastWithUndo(said, { words: '拆开', key: 'Z', run: () => undoMerge(merged) });
      onClose();
    });
  };
  const full = there.length + picked.length > MOST_TOGETHER;
  return (
    <Dialog
      wide
      title="和别的合成一件"
      sub={`以“${title}”为主：交一次，答一次。`}
      main={picked.length ? `${there.length + picked.length} 件合成一件` : '合成一件'}
      busy={merging.isPending && '正在合…'}
      why={picked.length ? (full ? `最多合 ${MOST_TOGETHER} 件。` : null) : '先选要合的。'}
      error={merging.error}
      foot={`${due ? `最晚 ${sayDay(due)}答，按最早的一件。` : ''}各件的代表都会知道，各收各的答复函，各评各的。答以前能拆开。`}
      keys={{ m: put }}
      onMain={put}
      onClose={onClose}
    >
      <SearchBox value={words} placeholder="找题目、代表、编号" onInput={setWords} />
      <div className="space-above-2">
        {list.error && !list.items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
        {!list.error && list.isPending && <Skeleton cards={2} />}
        {!list.isPending && !found.length && !list.error && (
          <Notice>{words.trim() ? '没有找到，换个字试试。' : '等交办的里，没有别的。'}</Notice>
        )}
        {found.map((line) => (
          <Press
            key={line.id}
            role="switch"
            on={chosen.includes(line.id)}
            className={`choice ${chosen.includes(line.id) ? 'on' : ''}`}
            onPress={() => toggle(line.id)}
          >
            <div className="grow">
              <span className="choice-words">{line.title}</span>
              <span className="choice-note">
                {[
                  line.number && sayNumber(line.occasion, line.number),
                  `${line.leadName}领衔`,
                  line.dueOn && `最晚 ${sayDay(line.dueOn)}答`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          </Press>
        ))}
        {list.hasNextPage && (
          <Button
            small
            wide
            repeats
            kind="second"
            busy={list.isFetchingNextPage && '正在取…'}
            onPress={list.fetchNextPage}
          >
            再看一些
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function isLike({ title, leadName, number }: SuggestionLine, words: string): boolean {
  return [title, leadName, number ?? ''].some((said) => said.includes(words));
}
