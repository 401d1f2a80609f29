import { useState } from 'react';
import { type DeputySummary, divisions, search } from '../../../../../../shared/directory/contract';
import { printCodes } from '../../../../../../shared/directory/contract/office';
import { sayLevelNames } from '../../../../../../shared/directory/levels';
import { MOST_PRINTED } from '../../../../../../shared/directory/limits';
import { ProblemError } from '../../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../../shared/kernel/procedure';
import { useAct } from '../../../../platform/act';
import { sayFault } from '../../../../platform/faults';
import { useCountyKind } from '../../../../platform/kind';
import { usePaused } from '../../../../platform/paused';
import { useCall } from '../../../../platform/query';
import { Button } from '../../../../ui/Button';
import { Choice } from '../../../../ui/Choice';
import { Icon } from '../../../../ui/Icon';
import { Notice } from '../../../../ui/Notice';
import { Press } from '../../../../ui/Press';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { SearchBox } from '../../../../ui/SearchBox';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame, type Office } from '../../../ui/Frame';
import { Select } from '../../../ui/Select';
import { RenewDialog } from '../../components/RenewDialog';
import { useVillages } from '../../components/useVillages';
import './index.css';
import '../../../ui/people.css';
import '../../../../ui/check.scss';

type Format = 'poster' | 'cards' | 'keys';

const FORMATS = [
  { value: 'poster', words: '海报', note: '一位一张 A4，贴在站里、村口' },
  { value: 'cards', words: '名片', note: '一张 A4 十张，裁开来发' },
  { value: 'keys', words: '钥匙扣', note: '一张 A4 十六个，裁开来装进扣里' },
] as const;

/** 打印: deputies' codes on paper. */
export default function Prints() {
  return (
    <Frame at="prints" title="打印代表码">
      {(office) => <Choose office={office} />}
    </Frame>
  );
}

function Choose({ office }: { office: Office }) {
  const [chosen, setChosen] = useState<DeputySummary[]>([]);
  const [renewed, setRenewed] = useState<DeputySummary | null>(null);
  const ids = chosen.map(({ id }) => id);
  const add = (some: readonly DeputySummary[]) =>
    setChosen((now) => [...now, ...some.filter(({ id }) => !now.some((one) => one.id === id))].slice(0, MOST_PRINTED));
  const remove = (id: string) => setChosen((now) => now.filter((one) => one.id !== id));
  return (
    <div className="frame-column two-columns">
      <section className="panel">
        <h2 className="heading">印哪几位</h2>
        <Find chosen={ids} onAdd={add} onRemove={remove} onRenew={office.admin ? setRenewed : undefined} />
      </section>
      <div className="stack">
        <section className="panel">
          <h2 className="heading">{`选了 ${chosen.length} 位`}</h2>
          {chosen.length ? (
            <ul className="chips space-above-2">
              {chosen.map(({ id, name }) => (
                <li key={id}>
                  <Press className="chip" label={`不印${name}`} onPress={() => remove(id)}>
                    {name}
                    <Icon name="close" />
                  </Press>
                </li>
              ))}
            </ul>
          ) : (
            <p className="secondary space-above-1">在名单里点名字。</p>
          )}
          {chosen.length === MOST_PRINTED && (
            <p className="note space-above-2">{`一次最多 ${MOST_PRINTED} 位，多的下次再印。`}</p>
          )}
        </section>
        <Make ids={ids} />
      </div>
      {renewed && <RenewDialog deputy={renewed} onClose={() => setRenewed(null)} />}
    </div>
  );
}

type FindProps = {
  chosen: readonly string[];
  onAdd: (some: readonly DeputySummary[]) => void;
  onRemove: (id: string) => void;
  onRenew?: (deputy: DeputySummary) => void;
};

function Find({ chosen, onAdd, onRemove, onRenew }: FindProps) {
  const towns = useCall(divisions, {}).data?.towns ?? [];
  const [words, setWords] = useState('');
  const [town, setTown] = useState('');
  const [village, setVillage] = useState('');
  const wanted = usePaused(words.trim());
  const named = useCall(search, { words: wanted }, { enabled: wanted !== '' });
  const villages = towns.find(({ code }) => code === town)?.villages ?? [];
  const placed = useVillages(wanted || !town ? [] : village ? [village] : villages.map(({ code }) => code));
  const found = wanted ? named.data?.deputies : town ? placed.deputies : undefined;
  const error = wanted ? named.error : placed.error;
  const asks = wanted !== '' || town !== '';
  const left = found?.filter(({ id }) => !chosen.includes(id)) ?? [];
  return (
    <>
      <div className="form-column space-above-3">
        <SearchBox value={words} placeholder="代表的名字或拼音" onInput={setWords} />
        <div className="pair">
          <Select
            label="乡镇"
            empty="按乡镇找"
            value={town}
            options={towns.map(({ code, name }) => ({ value: code, words: name }))}
            onChoose={(code) => {
              setTown(code);
              setVillage('');
              setWords('');
            }}
          />
          <Select
            label="村"
            empty="全部村和社区"
            value={village}
            options={villages.map(({ code, name }) => ({ value: code, words: name }))}
            onChoose={setVillage}
          />
        </div>
      </div>
      {error && !found && <ProblemPage error={error} />}
      {asks && !error && !found && <Skeleton cards={3} />}
      {found && !found.length && <p className="secondary space-above-4">没有找到在任的代表。</p>}
      {left.length > 1 && (
        <div className="space-above-3">
          <Button kind="second" icon="plus" onPress={() => onAdd(left)}>
            {`这 ${left.length} 位都要`}
          </Button>
        </div>
      )}
      {found && found.length > 0 && (
        <ul className="people space-above-3" aria-label="找到的代表">
          {found.map((deputy) => (
            <Found
              key={deputy.id}
              deputy={deputy}
              on={chosen.includes(deputy.id)}
              onPick={() => (chosen.includes(deputy.id) ? onRemove(deputy.id) : onAdd([deputy]))}
              onRenew={onRenew && (() => onRenew(deputy))}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type FoundProps = { deputy: DeputySummary; on: boolean; onPick: () => void; onRenew?: () => void };

function Found({ deputy: { name, mandates }, on, onPick, onRenew }: FoundProps) {
  const kind = useCountyKind();
  return (
    <li className="person">
      <Press role="switch" on={on} className={`tick ${on ? 'on' : ''}`} onPress={onPick}>
        <span className="tick-box">{on && <Icon name="check" />}</span>
        <span className="grow">
          <b>{name}</b>
          <span className="secondary block">
            {sayLevelNames(
              mandates.map(({ level }) => level),
              kind,
            )}
          </span>
        </span>
      </Press>
      {onRenew && (
        <Button kind="text" small label={`给${name}换码`} onPress={onRenew}>
          换码
        </Button>
      )}
    </li>
  );
}

/** One PDF of all that were chosen. Who changes the choice makes a new one. */
function Make({ ids }: { ids: readonly string[] }) {
  const [format, setFormat] = useState<Format | null>(null);
  const act = useAct(printCodes, []);
  const [made, setMade] = useState<(Reply<typeof printCodes> & { of: string }) | null>(null);
  const of = `${format} ${ids.join(' ')}`;
  const why = !ids.length ? '先选代表。' : !format ? '先点印成什么。' : null;
  return (
    <section className="panel">
      <h2 className="heading">印成什么</h2>
      <div className="space-above-2">
        <Choice label="印成什么" options={FORMATS} value={format} onChoose={setFormat} />
      </div>
      <div className="row wrap space-above-3">
        <Button
          disabled={Boolean(why)}
          busy={act.isPending && '正在做…'}
          onPress={() => format && act.send({ format, deputies: [...ids] }, (reply) => setMade({ ...reply, of }))}
        >
          做成 PDF
        </Button>
        {why && <span className="secondary">{why}</span>}
      </div>
      <div role="status">
        {act.error && (
          <div className="space-above-3">
            <Notice tone="late">{sayWhy(act.error)}</Notice>
          </div>
        )}
        {made?.of === of && (
          <div className="space-above-3">
            <Notice tone="ok">
              <span className="block">{`做好了，${made.pages} 页。10 分钟内打开，用 A4 纸原样大小打印。`}</span>
              <a className="open-link" href={made.url} target="_blank" rel="noopener noreferrer">
                打开来打印
              </a>
            </Notice>
            {made.cut.length > 0 && (
              <div className="space-above-2">
                <Notice tone="wait">{`太长，纸上印不全：“${made.cut.join('”“')}”。请在名册里写短一点再印。`}</Notice>
              </div>
            )}
            {made.missing.length > 0 && (
              <div className="space-above-2">
                <Notice tone="wait">{`字库里没有“${made.missing.join('”“')}”，印成了方框，请用笔补上。`}</Notice>
              </div>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** To a clerk a deputy of another station is not there. */
function sayWhy(error: Error): string {
  const elsewhere = error instanceof ProblemError && error.code === 'not_found';
  return elsewhere ? '里面有不归您联络站的代表，去掉再做。' : sayFault(error);
}
