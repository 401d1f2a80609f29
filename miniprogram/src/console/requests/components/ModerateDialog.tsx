import { moderate, type RequestPage } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { publicForm } from '../../../../../shared/requests/public-form';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { faultAt } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { BoardPhotos } from './BoardPhotos';
import { PersonalNotice } from './PersonalNotice';

type Verdict = 'publish' | 'decline';
type Written = { verdict: Verdict | null; title: string; words: string; answer: string; reason: string };

/**
 * From what a person agreed to before: what was taken out once does not come back. At first as its author saw it when they agreed. A new answer is
 * read anew.
 */
function writtenOf(request: RequestPage): Written {
  const { board } = request;
  const { title, words } = publicForm(request);
  return {
    verdict: null,
    title: board?.title ?? title,
    words: board?.words ?? words,
    answer: answerFor(request),
    reason: '',
  };
}

function answerFor({ board, publication, answer }: RequestPage): string {
  // It waits because somebody answered since.
  const isNew = publication === 'pending' || board?.answer == null;
  return (isNew ? answer?.words : board?.answer) ?? '';
}

/** A person agrees to the notice board, or not. The words can be mended first: names, numbers and doors have no place there. */
export function ModerateDialog({ request, onClose }: { request: RequestPage; onClose: () => void }) {
  // What there is to agree to is another thing when it was answered anew.
  const form = useForm<Written>(`moderate.${request.id}.${request.answer?.id ?? ''}`, writtenOf(request), {
    refreshes: ['requests'],
  });
  const { verdict, title, words, answer, reason } = form.value;
  const shown = request.publication === 'published';
  const answered = request.answer?.hotline ? '12345 的答复' : request.answer?.by ? '部门答复' : '代表回话';
  const options = [
    { value: 'publish', words: shown ? '照新写的公开' : '公开', note: '放上公开栏，谁都看得到' },
    { value: 'decline', words: shown ? '从公开栏撤下来' : '不公开', note: '居民会看到您写的理由' },
  ] as const;
  const why = !verdict ? '先点一个。' : verdict === 'decline' && lacksReason(reason) ? '写一句为什么不公开。' : null;
  const send = () => {
    const given = reason.trim() ? { reason } : {};
    const input =
      verdict === 'publish' ? { publish: true, title, words, answer, ...given } : { publish: false, ...given };
    form.send(moderate, { id: request.id, ...input, seen: request.events[0]?.id }, ({ publication }) => {
      toast(publication === 'published' ? '放上公开栏了' : '定了不公开');
      onClose();
    });
  };
  return (
    <Dialog
      wide
      title="审公开"
      sub="公开栏上没有名字、没有电话、没有编号。"
      main="就这样"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      onClose={onClose}
      onMain={send}
    >
      <div className="dialog-columns even">
        <section className="preview">
          <p className="heading">原话</p>
          <p className="space-above-2">
            <b>{request.title}</b>
          </p>
          <p className="panel-words space-above-1" dir="auto">
            {request.words}
          </p>
          <BoardPhotos request={request} />
          {request.answer && (
            <>
              <p className="heading space-above-4">{answered}</p>
              <p className="panel-words space-above-1" dir="auto">
                {request.answer.words}
              </p>
            </>
          )}
        </section>
        <section>
          <p className="heading">别人会看到的</p>
          <p className="note space-above-1">{`${request.villageName} · ${CATEGORY_NAMES[request.category]}。照片只放审过的，没留下的。`}</p>
          <div className="space-above-2 form-column">
            <Field
              label="标题"
              maxLength={LENGTHS.title[1]}
              value={title}
              fault={faultAt(form.error, 'title')}
              onInput={(next) => form.change({ title: next })}
            />
            <WordField
              short
              label="说了什么"
              maxLength={LENGTHS.answer[1]}
              value={words}
              fault={faultAt(form.error, 'words')}
              onInput={(next) => form.change({ words: next })}
            />
            {request.answer && (
              <WordField
                short
                label={answered}
                maxLength={LENGTHS.answer[1]}
                value={answer}
                fault={faultAt(form.error, 'answer')}
                onInput={(next) => form.change({ answer: next })}
              />
            )}
            <PersonalNotice words={[title, words, request.answer ? answer : '']} request={request} />
          </div>
        </section>
      </div>
      <div className="space-above-4">
        <Choice
          label="公开，还是不公开"
          options={options}
          value={verdict}
          onChoose={(next) => form.change({ verdict: next })}
        />
      </div>
      {verdict === 'decline' && (
        <div className="space-above-3">
          <ReasonField
            label="为什么不公开"
            value={reason}
            error={form.error}
            onInput={(next) => form.change({ reason: next })}
          />
        </div>
      )}
    </Dialog>
  );
}
