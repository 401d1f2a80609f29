import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { findByPlace } from '../../../../../../shared/directory/contract';
import { spellTrackingNumber } from '../../../../../../shared/kernel/ids';
import { NAME } from '../../../../../../shared/kernel/text';
import type { Category } from '../../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../../shared/requests/limits';
import { arrivedBefore, faultAt, sayFault } from '../../../../platform/faults';
import { useCall } from '../../../../platform/query';
import { sayDay } from '../../../../platform/say';
import { ArrivedNotice, arrivedReceipt } from '../../../../requests/components/Arrived';
import { hasName, KINDS, wordsFault } from '../../../../requests/components/form';
import { Unfinished } from '../../../../requests/components/Unfinished';
import { WhereField } from '../../../../requests/components/WhereField';
import { Button } from '../../../../ui/Button';
import { Choice } from '../../../../ui/Choice';
import { DoneMark } from '../../../../ui/Done';
import { Field } from '../../../../ui/Field';
import { Notice } from '../../../../ui/Notice';
import { PhotoPicker } from '../../../../ui/PhotoPicker';
import { Frame } from '../../../ui/Frame';
import { Kbd } from '../../../ui/Kbd';
import { Labelled } from '../../../ui/Labelled';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { Select } from '../../../ui/Select';
import { VillagePick } from '../../../ui/VillagePick';
import { useReceipt } from '../../components/useReceipt';
import { type Registered, useVisitor } from '../../components/useVisitor';
import './index.css';
import { WordField } from '../../../ui/WordField';

const OPENNESS = [
  { value: 'handlers', words: '只给办事的人看' },
  { value: 'public', words: '愿意公开', note: '站里审过才上公开栏，没有名字' },
] as const;
const NAME_FOR = [
  { value: 'deputy', words: '代表和联络站' },
  { value: 'station', words: '只有联络站' },
] as const;

/** 登记: what somebody at the door says, or wrote on a slip. */
export default function Register() {
  return (
    <Frame at="enter" title="替人登记">
      {() => <Form />}
    </Frame>
  );
}

function Form() {
  const { visitor, change, changePictures, busy, error, registered, send, ...visit } = useVisitor();
  const [shrinking, setShrinking] = useState(false);
  const { village, category, words, name, pictures } = visitor;
  const found = useCall(findByPlace, { village: village?.code ?? '' }, { enabled: village !== null });
  const deputies = village ? (found.data?.deputies ?? []) : [];
  const why = whyNot({ name, village, category, words, shrinking });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !why && !registered) void send();
    };
    // On the way down, because the fields of Taro keep what they hear to themselves.
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  });
  const fault = (path: string) => faultAt(error, path);
  if (registered)
    return <Done registered={registered.receipt} name={registered.visitor.name} onAgain={visit.startAgain} />;
  return (
    <div className="frame-column">
      {visit.begun && (
        <Unfinished
          words={`上次替${visit.begun}记的，还没登记。可以接着写。`}
          act="扔掉，重新写"
          onAct={visit.throwAway}
        />
      )}
      <div className="two-columns">
        <section className="panel form-column" aria-label="谁说的">
          <Field
            label="来人的名字"
            maxLength={NAME[1]}
            value={name}
            fault={fault('name')}
            onInput={(name) => change({ name })}
          />
          <div className="pair">
            <Field
              label="手机号（可不填）"
              maxLength={20}
              value={visitor.contactPhone}
              fault={fault('contactPhone')}
              onInput={(contactPhone) => change({ contactPhone })}
            />
            <Field
              label="纸条编号（可不填）"
              maxLength={LENGTHS.slip[1]}
              value={visitor.slipNumber}
              fault={fault('slipNumber')}
              onInput={(slipNumber) => change({ slipNumber })}
            />
          </div>
          <p className="note">有手机号，他以后用微信说是他的，就能自己看。电话登记以后不再显示，打错了可以改。</p>
          <VillagePick
            label="哪个村的事"
            value={village}
            fault={fault('village')}
            onChoose={(village) => change({ village, deputyId: '' })}
          />
          <Select
            label="跟哪位代表说"
            empty="哪位代表都行，谁先接谁回"
            value={visitor.deputyId}
            options={deputies.map(({ id, name, awayUntil }) => ({
              value: id,
              words: awayUntil ? `${name}（外出到 ${sayDay(awayUntil)}）` : name,
            }))}
            fault={fault('deputyId')}
            onChoose={(deputyId) => change({ deputyId })}
          />
          <Labelled label="这件事谁能看到">
            <Choice
              label="这件事谁能看到"
              options={OPENNESS}
              value={visitor.openness}
              onChoose={(openness) => change({ openness })}
            />
          </Labelled>
          <Labelled label="他的名字谁能看到">
            <Choice
              label="他的名字谁能看到"
              options={NAME_FOR}
              value={visitor.nameFor}
              onChoose={(nameFor) => change({ nameFor })}
            />
          </Labelled>
        </section>
        <section className="panel form-column" aria-label="说了什么">
          <Select
            label="哪一类"
            empty="请选"
            value={category}
            options={KINDS}
            fault={fault('category')}
            onChoose={(value) => change({ category: value as Category | '' })}
          />
          <WordField
            label="他说的话"
            placeholder={`照他说的写，至少 ${LENGTHS.request[0]} 个字`}
            maxLength={LENGTHS.request[1]}
            value={words}
            fault={fault('words')}
            onInput={(words) => change({ words })}
          />
          <WhereField value={visitor.where} fault={fault('where')} onInput={(where) => change({ where })} />
          <Labelled label="照片（可不加）">
            <PhotoPicker pictures={pictures} onChange={changePictures} onBusy={setShrinking} />
          </Labelled>
        </section>
      </div>
      {visit.arrived !== undefined && <Arrived first={visit.arrived} />}
      {error && !arrivedBefore(error) && (
        <div className="space-above-3">
          <Notice tone="late">{sayFault(error)}</Notice>
        </div>
      )}
      <div className="row wrap space-above-4 send-row">
        <span className="secondary grow">{why ?? '登记了就归联络站管，从今天起算日子。'}</span>
        <Button disabled={Boolean(why)} busy={busy && (pictures.length ? '正在送照片和字…' : '正在送…')} onPress={send}>
          {visit.arrived === undefined ? '登记' : '是另一件，另外登记'} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </div>
    </div>
  );
}

type Needed = { name: string; village: unknown; category: string; words: string; shrinking: boolean };

function whyNot({ name, village, category, words, shrinking }: Needed): string | null {
  if (!hasName(name)) return '先填来人的名字。';
  if (!village) return '先选哪个村的事。';
  if (!category) return '先选哪一类。';
  const fault = wordsFault(words);
  if (fault) return `他说的话${fault}`;
  return shrinking ? '照片还在放进来。' : null;
}

/** The matter is there, only its reply was lost. */
function Arrived({ first }: { first: unknown }) {
  const receipt = arrivedReceipt(first);
  return (
    <>
      <ArrivedNotice first={first} />
      {receipt && (
        <Button kind="text" onPress={() => see(receipt.id)}>
          看那件
        </Button>
      )}
    </>
  );
}

const see = (id: string) => Taro.redirectTo({ url: `${CONSOLE_PAGES.worklist}?box=open&id=${id}` });

function Done({ registered, name, onAgain }: { registered: Registered; name: string; onAgain: () => void }) {
  const { id, trackingNumber, deputyName, stationName, dueOn } = registered;
  const { print, printing } = useReceipt();
  return (
    <div className="frame-column narrow-column center" role="status">
      <DoneMark />
      <h2 className="title">{`${name}的事登记好了`}</h2>
      <p className="secondary space-above-3">编号</p>
      <p className="large-code">{spellTrackingNumber(trackingNumber)}</p>
      <p>{`${deputyName ? `交给了${deputyName}代表` : '村里的代表谁先接谁回'}，最晚 ${sayDay(dueOn)}答复。`}</p>
      {stationName && <p className="secondary">{stationName}</p>}
      <div className="column space-above-5">
        <Button busy={printing && '正在做…'} onPress={() => print(id)}>
          打印回执
        </Button>
        <Button kind="second" icon="plus" onPress={onAgain}>
          再登记一件
        </Button>
        <Button kind="text" onPress={() => see(id)}>
          看这件事
        </Button>
      </div>
    </div>
  );
}
