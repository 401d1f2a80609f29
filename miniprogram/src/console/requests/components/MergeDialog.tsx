import { useState } from 'react';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { deputyTitle } from '../../../../../shared/kernel/names';
import {
  apart,
  type LikeSame,
  likeSame,
  merge,
  type RequestPage,
  unmerge,
} from '../../../../../shared/requests/contract';
import { useAct } from '../../../platform/act';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Tag } from '../../../ui/Tag';
import { Dialog } from '../../ui/Dialog';
import { Kbd } from '../../ui/Kbd';
import { toast, toastWithUndo } from '../../ui/Toast';
import { LatelyMerged } from './LatelyMerged';
import { undoMerge } from './undo-merge';
import { newestOf } from './words';
import './Merge.css';
import '../../../ui/swap.scss';
import '../../../ui/check.scss';

type Props = { request: RequestPage; onClose: () => void };
/** One of those that are put side by side. */
type Side = Pick<
  LikeSame,
  'id' | 'trackingNumber' | 'title' | 'words' | 'where' | 'villageName' | 'submittedOn' | 'dueOn'
> &
  Pick<LikeSame, 'deputyName' | 'departmentName' | 'pictures' | 'seen' | 'joins'> & { why: string; both: string[] };

/** 合成一件: side by side what is likely the same. The machine says how they are alike; whether they are the same a person says. */
export function MergeDialog({ request, onClose }: Props) {
  const { data, error, refetch } = useCall(likeSame, { id: request.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const [out, setOut] = useState<readonly string[]>([]);
  const merging = useAct(merge, ['requests']);
  const keeping = useAct(apart, ['requests']);
  const others = (data?.items ?? []).map((one) => sideOf(one, request.where));
  const own = data && ownSide(request, data.joins, [...new Set(others.flatMap(({ both }) => both))]);
  const all = own ? [own, ...others] : [];
  const lead = leadOf(all, chosen);
  const joining = all.filter((one) => one !== lead && one.joins && !out.includes(one.id));
  const two = all.length > 2 ? all.slice(0, 2) : [];
  const firstTwo = two.filter((one) => one === leadOf(two, chosen) || one.joins);
  const toggle = (id: string) => setOut((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const put = (into: Side | undefined, from: readonly Side[]) => {
    if (!into || !from.length || merging.isPending) return;
    const input = { id: into.id, seen: into.seen, from: from.map(({ id, seen }) => ({ id, seen })) };
    void merging.send(input, ({ merged }) => {
      const said = `“${into.title}”${from.length + 1} 件合好了`;
      toastWithUndo(said, { words: '拆开', key: 'Z', run: () => undoMerge(merged) });
      onClose();
    });
  };
  const together = () => put(lead, joining);
  const onlyTwo = () => {
    const into = leadOf(firstTwo, chosen);
    put(
      into,
      firstTwo.filter((one) => one !== into),
    );
  };
  const keepApart = (which: readonly Side[]) => {
    const [first, ...rest] = which;
    if (!first) return onClose();
    void keeping.send({ id: request.id, other: first.id }, () => keepApart(rest));
  };
  const keys = {
    m: together,
    x: () => keepApart(others),
    ...Object.fromEntries(all.map((one, index) => [`${index + 1}`, () => one !== lead && toggle(one.id)])),
  };
  return (
    <Dialog
      whole
      title={others.length ? `这 ${all.length} 件像是一件事` : '合成一件'}
      sub="机器只说像不像，合不合由您定。合、拆都记进经过，居民看得到。"
      main={others.length ? `${joining.length + 1} 件合成一件` : undefined}
      busy={merging.isPending && '正在合…'}
      why={joining.length ? null : '先留下要合的。'}
      error={merging.error ?? keeping.error}
      foot={others.length ? 'M 合成一件，数字键去掉或放回，X 都不是' : undefined}
      keys={keys}
      onClose={onClose}
      onMain={together}
    >
      {!data && (error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={1} />)}
      <div className="merge-columns">
        <div>
          {data && !others.length && <Notice>同一个镇、前后六十天里，没有像的。</Notice>}
          <div className="merge-cards">
            {(others.length ? all : []).map((one, index) => (
              <Card
                key={one.id}
                side={one}
                number={index + 1}
                lead={one === lead}
                out={!joining.includes(one)}
                mayLead={one !== lead && all.every(({ id, joins }) => joins || id === one.id)}
                onLead={() => setChosen(one.id)}
                onToggle={() => toggle(one.id)}
                onApart={one.id === request.id ? undefined : () => keepApart([one])}
              />
            ))}
          </div>
          {others.length > 0 && (
            <div className="merge-acts">
              {firstTwo.length === 2 && (
                <Button small kind="line" onPress={onlyTwo}>
                  只合前两件
                </Button>
              )}
              <Button small kind="line" busy={keeping.isPending && '正在记…'} onPress={() => keepApart(others)}>
                都不是，别再提 <Kbd>X</Kbd>
              </Button>
            </div>
          )}
        </div>
        <div>
          {lead && others.length > 0 && <Afterwards lead={lead} joining={joining} />}
          {data && <LatelyMerged today={request.today} />}
        </div>
      </div>
    </Dialog>
  );
}

/** Who is chosen leads; what a department has can only lead. */
function leadOf(all: readonly Side[], chosen: string | null): Side | undefined {
  return all.find(({ id }) => id === chosen) ?? all.find(({ joins }) => !joins) ?? all[0];
}

type CardProps = {
  side: Side;
  number: number;
  lead: boolean;
  out: boolean;
  mayLead: boolean;
  onLead: () => void;
  onToggle: () => void;
  onApart?: (() => void) | undefined;
};

function Card({ side, number, lead, out, mayLead, onLead, onToggle, onApart }: CardProps) {
  const { title, words, both, trackingNumber, submittedOn, villageName, where, deputyName, departmentName } = side;
  const { dueOn, pictures, why, joins } = side;
  return (
    <section className={`merge-card ${lead ? 'lead' : out ? 'out' : ''}`} aria-label={`第 ${number} 件：${title}`}>
      <div className="merge-card-head">
        <span className="note">{spellTrackingNumber(trackingNumber)}</span>
        <Tag icon={lead ? 'check' : 'swap'} tone={lead ? 'accent' : 'plain'}>
          {lead ? '以这件为主' : out ? '不合' : '合进来'}
        </Tag>
      </div>
      <h3 className="heading">{title}</h3>
      <p className="panel-words" dir="auto">
        <Marked words={words} both={both} />
      </p>
      <p className="note">{`${sayDay(submittedOn)}说的，${villageName}${where ? ` ${where}` : '，没写地方'}`}</p>
      <p className="note">{`在${departmentName ?? deputyTitle(deputyName)}手里，最晚 ${sayDay(dueOn)}答${pictures ? `，${pictures} 张照片` : ''}`}</p>
      <div className="merge-card-acts">
        {why && <p className="note">{`像：${why}`}</p>}
        {!lead && joins && (
          <Button small wide kind="line" onPress={onToggle}>
            {out ? '合进来' : '这次不合'} <Kbd>{`${number}`}</Kbd>
          </Button>
        )}
        {mayLead && (
          <Button small wide kind="second" label={`以这件为主：第 ${number} 件`} onPress={onLead}>
            以这件为主
          </Button>
        )}
        {onApart && (
          <Button small kind="text" label={`不是一件，别再提：第 ${number} 件`} onPress={onApart}>
            不是一件，别再提
          </Button>
        )}
      </div>
    </section>
  );
}

/** What both say stands out. */
function Marked({ words, both }: { words: string; both: readonly string[] }) {
  // The longer one first: what is a part of it must not hide it.
  const found = [...both].sort((a, b) => b.length - a.length).join('|');
  const parts = found ? words.split(new RegExp(`(${found})`)) : [words];
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
  return parts.map((part, index) => (both.includes(part) ? <mark key={index}>{part}</mark> : part));
}

function Afterwards({ lead, joining }: { lead: Side; joining: readonly Side[] }) {
  const all = [lead, ...joining];
  const due = all.map(({ dueOn }) => dueOn).sort()[0] ?? lead.dueOn;
  const pictures = all.reduce((sum, one) => sum + one.pictures, 0);
  const answers = lead.departmentName ?? deputyTitle(lead.deputyName);
  const others = new Set(joining.flatMap(({ deputyName }) => (deputyName ? [deputyTitle(deputyName)] : [])));
  others.delete(deputyTitle(lead.deputyName));
  const rows = [
    ['编号', `${spellTrackingNumber(lead.trackingNumber)}，别的编号也查得到`],
    ['题目', lead.title],
    ['原话', '各位的都留着，一字不改'],
    ...(pictures ? ([['照片', `${pictures} 张`]] as const) : []),
    ['谁来答', `${answers}主答${others.size ? `，${[...others].join('、')}看得到` : ''}`],
    ['最晚答', `${sayDay(due)}，按最早的一件`],
    ['居民', '都收到进展，各自说解决了没有。互相看不到名字'],
  ] as const;
  return (
    <>
      <h3 className="heading">合起来以后</h3>
      <dl className="merge-facts">
        {rows.map(([name, what]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="space-above-3 merge-note">
        <Notice icon="undo">合错了能拆。拆开后各回各的手里，日子按各自的算。答过以后就不能拆了。</Notice>
      </div>
    </>
  );
}

function sideOf(one: LikeSame, ownPlace: string | null): Side {
  const { said, sameVillage, both, daysApart, where } = one;
  const why = [
    said && '居民说是同一件',
    sameVillage ? '同一个村' : '同一个镇',
    where && where === ownPlace && '写的地方一样',
    both.length > 0 && `都说${both.join('、')}`,
    daysApart ? `差 ${daysApart} 天` : '同一天',
  ];
  return { ...one, why: why.filter(Boolean).join('，') };
}

function ownSide(request: RequestPage, joins: boolean, both: string[]): Side {
  const { id, trackingNumber, title, words, where, villageName, submittedOn, clock, deputyName, departmentName } =
    request;
  const pictures = request.pictures.length;
  const day = { submittedOn, dueOn: clock.dueOn };
  const hands = { deputyName, departmentName: departmentName ?? null };
  const seen = newestOf(request);
  return {
    id,
    trackingNumber,
    title,
    words,
    where,
    villageName,
    ...day,
    ...hands,
    pictures,
    seen,
    joins,
    why: '',
    both,
  };
}

/** 拆开: back to where it was, with its own days. */
export function UnmergeDialog({ request, onClose }: Props) {
  const act = useAct(unmerge, ['requests']);
  return (
    <Dialog
      title="拆开，单独办"
      sub={request.title}
      main="拆开"
      busy={act.isPending && '正在拆…'}
      error={act.error}
      foot="居民会收到一句，经过里也记着。"
      onClose={onClose}
      onMain={() =>
        act.send({ id: request.id, seen: newestOf(request) }, () => {
          toast('拆开了，各办各的');
          onClose();
        })
      }
    >
      <p>{`回到${request.deputyName ? deputyTitle(request.deputyName) : '村里的代表'}手里，最晚 ${sayDay(request.clock.dueOn)}答复，按它自己的日子。`}</p>
    </Dialog>
  );
}
