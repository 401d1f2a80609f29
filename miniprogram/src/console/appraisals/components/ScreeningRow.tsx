import { ELECTORATE_WORDS } from '../../../../../shared/voting/definition';
import { type Span, withoutSpans } from '../../../../../shared/voting/spans';
import { useCountyKind } from '../../../platform/kind';
import { Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import { type Item, lookOf, piecesOf, REFUSAL_WORDS } from './screening';

type Props = {
  item: Item;
  spans: readonly Span[];
  on: boolean;
  onChoose: () => void;
  onPutBack: (span: Span) => void;
};

/** What was written, with what goes struck out; beside it what everybody will see. */
export function ScreeningRow({ item, spans, on, onChoose, onPutBack }: Props) {
  const kind = useCountyKind();
  const { number, station, subject, electorate, words, shown, refusedFor } = item;
  const look = lookOf(item, spans);
  const where = station?.replace(/代表联络站$/, '') ?? `全${kind}`;
  return (
    <li className={`screening-row ${on ? 'selected' : ''}`}>
      <div className="row between wrap">
        <Press className="screening-which" onPress={onChoose}>
          {`${String(number).padStart(4, '0')} · ${where}${electorate === 'deputies' ? `（${ELECTORATE_WORDS.deputies}）` : ''} · 说的是 `}
          <b>{subject}</b>
        </Press>
        <Tag icon={look.icon} tone={look.tone}>
          {look.words}
        </Tag>
      </div>
      <div className="screening-two">
        <div>
          <span className="note screening-label">原话，只有审的两个人看</span>
          {words === null ? (
            <p className="screening-hidden">
              {refusedFor === 'report' ? '有人举报，内容不在这里显示' : '原话已经按日子删了'}
            </p>
          ) : (
            <p className="screening-words" data-words={on ? '' : undefined} dir="auto">
              {piecesOf(words, spans).map(({ text, span, at }) =>
                span ? (
                  <Press
                    key={at}
                    className="screening-gone"
                    label={`去掉的“${text}”，点一下留着`}
                    onPress={() => (on && item.acts.includes('mark') ? onPutBack(span) : onChoose())}
                  >
                    {text}
                  </Press>
                ) : (
                  <span key={at}>{text}</span>
                ),
              )}
            </p>
          )}
        </div>
        <div>
          <span className="note screening-label">部门和公开栏看到的</span>
          <p className="screening-words" dir="auto">
            {refusedFor
              ? `不放：${REFUSAL_WORDS[refusedFor].words}`
              : words === null
                ? shown
                : withoutSpans(words, spans) || '（一个字不剩）'}
          </p>
        </div>
      </div>
    </li>
  );
}
