import { deputyTitle } from '../../../../../shared/kernel/names';
import { REASON } from '../../../../../shared/kernel/text';
import { divert, type RequestPage, release, sendToOffice } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { faultAt } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { Notice } from '../../../ui/Notice';
import { Dialog } from '../../ui/Dialog';
import { lacksReason } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { WordField } from '../../ui/WordField';
import { newestOf } from './words';

type Props = { request: RequestPage; onClose: () => void };

/** It may be a report of wrongdoing: whoever sends it there does not read it from then on. */
export function SendToOfficeDialog({ request, onClose }: Props) {
  const form = useForm(`${sendToOffice.name}.${request.id}`, { words: '' }, { refreshes: ['requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title="像是检举、控告"
      sub={request.title}
      main="只给人大办看"
      busy={form.isPending && '正在送…'}
      why={lacksReason(words) ? '写一句为什么，居民看得到。' : null}
      error={form.error}
      foot="居民会看到：先由人大办公室看，代表、部门看不到"
      onClose={onClose}
      onMain={() =>
        form.send(sendToOffice, { id: request.id, words, seen: newestOf(request) }, () => {
          toast(`“${request.title}”只有人大办公室看得到了`);
          onClose();
        })
      }
    >
      <Notice tone="wait" icon="shield">
        检举、控告不能让被说到的人看到。交出去以后，站里和代表都看不到这件事。
      </Notice>
      <div className="space-above-3">
        <WordField
          short
          label="哪里像"
          maxLength={REASON[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
      </div>
    </Dialog>
  );
}

/** It is none: it goes to the deputy it was for, or to those of the village, and its day stays. */
export function ReleaseDialog({ request, onClose }: Props) {
  const form = useForm(`${release.name}.${request.id}`, { words: '' }, { refreshes: ['requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title="不是检举，照常办"
      sub={request.title}
      main="照常办"
      busy={form.isPending && '正在送…'}
      why={words && lacksReason(words) ? '写清楚一点，或者不写。' : null}
      error={form.error}
      foot="居民会看到：人大办公室看过，交给代表"
      onClose={onClose}
      onMain={() =>
        form.send(release, { id: request.id, words: words || undefined, seen: newestOf(request) }, ({ deputyName }) => {
          toast(`“${request.title}”交给${deputyName ? deputyTitle(deputyName) : '村里的代表'}了`);
          onClose();
        })
      }
    >
      <Notice tone="wait" icon="eye">
        从现在起，代表和联络站看得到全部的话。里面说到的人就在他们当中的，不要这样办。
      </Notice>
      <div className="space-above-3">
        <WordField
          optional
          short
          label="跟居民说一句"
          maxLength={REASON[1]}
          value={words}
          fault={faultAt(form.error, 'words')}
          onInput={(next) => form.change({ words: next })}
        />
      </div>
      <p className="note space-above-2">{`日子照旧，最晚还是 ${sayDay(request.clock.dueOn)}答复。`}</p>
    </Dialog>
  );
}

/** Where such reports are heard; the office changes it as it fits. 12388: 纪检监察机关举报电话. */
const WHERE = '检举、控告请打 12388，或到县纪委监委反映，那里会替您保密。';

/** It is one: its resident is told where it is heard, and it ends. */
export function DivertDialog({ request, onClose }: Props) {
  const form = useForm(`${divert.name}.${request.id}`, { words: WHERE }, { refreshes: ['requests'] });
  const { words } = form.value;
  return (
    <Dialog
      title="是检举、控告"
      sub={request.title}
      main="告诉他去哪里说"
      busy={form.isPending && '正在送…'}
      why={lacksReason(words) ? '写一句去哪里说。' : null}
      error={form.error}
      foot="这件事在这里就收起来了，除了人大办公室没有别人看得到"
      onClose={onClose}
      onMain={() =>
        form.send(divert, { id: request.id, words, seen: newestOf(request) }, () => {
          toast('告诉他去哪里说了');
          onClose();
        })
      }
    >
      <WordField
        short
        label="去哪里说"
        maxLength={LENGTHS.wish[1]}
        value={words}
        fault={faultAt(form.error, 'words')}
        onInput={(next) => form.change({ words: next })}
      />
    </Dialog>
  );
}
