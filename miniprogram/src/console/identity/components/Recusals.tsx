import Taro from '@tarojs/taro';
import { useState } from 'react';
import { endRecusal, type Recusal, recusals } from '../../../../../shared/assignments/contract';
import type { Workable } from '../../../../../shared/assignments/values';
import { REASON } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { usePages } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { CONSOLE_PAGES } from '../../ui/pages';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import '../../ui/people.css';

/** Where it is looked at. */
const PAGE_OF: Record<Workable, { words: string; url: (id: string) => string }> = {
  requests: { words: '一件居民的事', url: (id) => `${CONSOLE_PAGES.worklist}?box=all&id=${id}` },
  suggestions: { words: '一件代表建议', url: (id) => `${CONSOLE_PAGES.suggestion}?id=${id}` },
};

/** Who stepped aside from what (回避), and why; nothing stands there where nobody did. */
export function Recusals() {
  const list = usePages(recusals, {});
  const [opened, setOpened] = useState<Recusal | null>(null);
  if (!list.items.length) return null;
  return (
    <section className="space-above-5" aria-label="谁回避了哪些事">
      <h2 className="heading">谁回避了哪些事</h2>
      <ul className="people space-above-3">
        {list.items.map((one) => (
          <Line key={one.id} recusal={one} onEnd={() => setOpened(one)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="space-above-3">
          <Button kind="second" wide busy={list.isFetchingNextPage && '正在取…'} onPress={list.fetchNextPage}>
            再看一些
          </Button>
        </div>
      )}
      {opened && <EndDialog recusal={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function Line({ recusal: { name, own, subject, words, on }, onEnd }: { recusal: Recusal; onEnd: () => void }) {
  const { words: what, url } = PAGE_OF[subject.context];
  const who = name ?? '没写名字';
  return (
    <li className="person">
      <div className="grow">
        <b>{who}</b> <span className="secondary">{`${sayDay(on)} · ${what}`}</span>
        <span className="secondary block" dir="auto">
          {words}
        </span>
      </div>
      {own ? (
        <span className="note">您自己说的，要同事来取消</span>
      ) : (
        <div className="row">
          <Button kind="line" small onPress={() => Taro.navigateTo({ url: url(subject.id) })}>
            看这件事
          </Button>
          <Button kind="line" small label={`取消${who}的回避`} onPress={onEnd}>
            取消
          </Button>
        </div>
      )}
    </li>
  );
}

function EndDialog({ recusal: { id, name }, onClose }: { recusal: Recusal; onClose: () => void }) {
  const form = useForm(`${endRecusal.name}.${id}`, { words: '' }, { refreshes: ['assignments', 'requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title={`${name ?? '这位'}不用回避了`}
      main="不用回避了"
      busy={form.isPending && '正在送…'}
      why={lacksReason(words) ? '写一句为什么。' : null}
      error={form.error}
      foot="写在审计日志里"
      onClose={onClose}
      onMain={() =>
        form.send(endRecusal, { id, words }, () => {
          toast(`${name ?? '这位'}又能看、能办了`);
          onClose();
        })
      }
    >
      <Field
        label="为什么"
        placeholder="比如：看过，没有关系"
        maxLength={REASON[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
    </Dialog>
  );
}
