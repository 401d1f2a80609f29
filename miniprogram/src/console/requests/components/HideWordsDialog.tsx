import { type SyntheticEvent, useState } from 'react';
import { hidePersonal } from '../../../../../shared/kernel/personal';
import { lengthOf } from '../../../../../shared/kernel/text';
import { hideWords, type RequestPage } from '../../../../../shared/requests/contract';
import { mayRead } from '../../../../../shared/requests/lifecycle';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { useAct } from '../../../platform/act';
import { faultAt } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/Toast';
import './HideWordsDialog.css';

const [FEWEST, MOST] = LENGTHS.hidden;

/** What somebody could be recognised by and no machine finds: selected in the words, or written down, and hidden wherever it stands in the matter. */
export function HideWordsDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  const [words, setWords] = useState('');
  const act = useAct(hideWords, ['requests.follow']);
  const { id, hidden = [] } = request;
  const put = (which: string, hide: boolean) =>
    act.send({ id, words: which, hidden: hide }, () => {
      toast(hide ? '隐去了' : '放出来了');
      if (hide) setWords('');
    });
  const choose = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const chosen = chosenIn(event);
    if (chosen) setWords(chosen);
  };
  const length = lengthOf(words.trim());
  return (
    <Dialog
      wide
      title="隐去认得出人的字"
      sub="部门和公开栏看到的是〇〇。代表、联络站和居民自己照样看得到。"
      main="隐去"
      busy={act.isPending && '正在改…'}
      why={length < FEWEST ? `先在左边选字，或者写下来，至少 ${FEWEST} 个字。` : null}
      error={act.error}
      onClose={onClose}
      onMain={() => put(words.trim(), true)}
    >
      <div className="dialog-columns even">
        <section>
          <p className="heading">原话</p>
          <p className="note space-above-1">用鼠标选，或者按住 Shift 用方向键选。</p>
          {saidIn(request).map(({ label, said }) => (
            <textarea
              key={`${label} ${said}`}
              className="hide-from space-above-2"
              aria-label={label}
              aria-readonly="true"
              rows={Math.min(6, Math.ceil(lengthOf(said) / 20))}
              // Not `readOnly`: Chromium moves no caret there by keys. What is typed is not taken.
              value={said}
              onChange={() => undefined}
              onKeyUp={choose}
              onMouseUp={choose}
            />
          ))}
        </section>
        <section>
          <Field
            label="要隐去的字"
            maxLength={MOST}
            value={words}
            fault={faultAt(act.error, 'words')}
            onInput={setWords}
          />
          {hidden.length > 0 && (
            <>
              <p className="heading space-above-4">隐去了的</p>
              {hidden.map((one) => (
                <p key={one} className="hidden-one">
                  <span className="grow">{one}</span>
                  <Button
                    small
                    kind="line"
                    disabled={act.isPending}
                    label={`放出来：${one}`}
                    onPress={() => put(one, false)}
                  >
                    放出来
                  </Button>
                </p>
              ))}
            </>
          )}
          <p className="heading space-above-4">部门看到的</p>
          <p className="note space-above-1">电话、身份证号、门牌这些，机器找到的已经隐去了。</p>
          <p className="panel-words space-above-1" dir="auto">
            {hidePersonal(request.words, [request.name, ...hidden, length < FEWEST ? null : words.trim()])}
          </p>
        </section>
      </div>
    </Dialog>
  );
}

/** Everything that was said in it and that a department may read, each once. */
function saidIn(request: RequestPage): { label: string; said: string }[] {
  const { title, words, where, events, answer, parts = [], promises = [] } = request;
  const later = [
    ...events.flatMap((event) => (event.words && mayRead(event.kind, 'department') ? [event.words] : [])).reverse(),
    ...parts.flatMap((part) => [part.asks ?? '', part.words ?? '']),
    ...(answer?.said ?? []).map((one) => one.words ?? ''),
    ...promises.flatMap((one) => [one.words, ...one.events.map((event) => event.words ?? '')]),
  ].filter(Boolean);
  const all = [
    { label: '说的话', said: words },
    ...(words.startsWith(title) ? [] : [{ label: '标题', said: title }]),
    ...(where ? [{ label: '在哪里', said: where }] : []),
    ...[...new Set(later)].map((said) => ({ label: '后来说的', said })),
  ];
  return all;
}

function chosenIn({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>): string {
  const { value, selectionStart, selectionEnd } = currentTarget;
  return value.slice(selectionStart, selectionEnd).replace(/\s+/g, ' ').trim();
}
