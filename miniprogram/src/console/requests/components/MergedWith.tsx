import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { type RequestPage, unmerge } from '../../../../../shared/requests/contract';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { sayDay } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { toast } from '../../ui/Toast';
import './Merge.css';
import '../../../ui/swap.scss';
import '../../../ui/check.scss';

type One = NonNullable<RequestPage['together']>[number];

/** What is handled with a matter in their residents' own words, in which one it is handled, what it is said to be the same as, and what was there before. */
export function MergedWith({ request: { together = [], mergedInto, saidSame, earlier } }: { request: RequestPage }) {
  return (
    <>
      {mergedInto && (
        <Notice icon="swap">
          {'这件在 '}
          <a className="merged-link" href={`#/console/requests/pages/worklist/index?id=${mergedInto.id}`}>
            {`编号 ${spellTrackingNumber(mergedInto.trackingNumber)} ${mergedInto.title}`}
          </a>
          {' 里一起办，那一件答了，这一件也就答了。'}
        </Notice>
      )}
      {saidSame && (
        <Notice icon="mine">{`居民说，跟公开栏上的“${saidSame.title}”是同一件。是不是，由您定：点“合成一件”比一比。`}</Notice>
      )}
      {together.length > 0 && (
        <section className="panel">
          <h3 className="heading">{`一起办的，还有 ${together.length} 位说的`}</h3>
          <ul>
            {together.map((one) => (
              <Other key={one.id} one={one} />
            ))}
          </ul>
          <p className="note space-above-2">答一次，他们都收到，各自说解决了没有。</p>
        </section>
      )}
      {earlier && (
        <section className="panel">
          <h3 className="heading">{`早先办过：${earlier.title}`}</h3>
          <p className="panel-words" dir="auto">
            {earlier.words}
          </p>
          <p className="note">{`${earlier.villageName} · ${sayDay(earlier.submittedOn)}说的 · 公开栏上的样子`}</p>
        </section>
      )}
    </>
  );
}

function Other({ one }: { one: One }) {
  const { id, trackingNumber, seen, words, more, where, villageName, submittedOn, dueOn } = one;
  const act = useAct(unmerge, ['requests']);
  const number = trackingNumber === null ? '' : `编号 ${spellTrackingNumber(trackingNumber)} · `;
  return (
    <li className="merged-one">
      {[words, ...more].map((said) => (
        <p key={said} className="panel-words" dir="auto">
          {said}
        </p>
      ))}
      <p className="note">
        {`${number}${[villageName, where].filter(Boolean).join(' ')} · ${sayDay(submittedOn)}说的 · 自己的最晚 ${sayDay(dueOn)}`}
      </p>
      {seen && (
        <Button
          small
          kind="line"
          icon="undo"
          label={`拆开：${words}`}
          busy={act.isPending && '正在拆…'}
          onPress={() => act.send({ id, seen }, () => toast('拆开了，各办各的'))}
        >
          拆开
        </Button>
      )}
      {act.error && <Notice tone="late">{sayFault(act.error)}</Notice>}
    </li>
  );
}
