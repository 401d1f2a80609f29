import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Reply } from '../../../../shared/kernel/procedure';
import { lengthOf } from '../../../../shared/kernel/text';
import { draft as draftProcedure, edit, type offers } from '../../../../shared/suggestions/contract';
import { LENGTHS, MOST_ATTACHMENTS } from '../../../../shared/suggestions/limits';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { SIGNED } from '../../../../shared/suggestions/states';
import {
  DISCLOSURES,
  type Disclosure,
  OCCASIONS,
  type Occasion,
  ORIGINS,
  type Origin,
  UNSOLVED,
  type Unsolved,
} from '../../../../shared/suggestions/values';
import { DISCLOSURE_WORDS, OCCASION_WORDS, ORIGIN_WORDS, UNSOLVED_WORDS } from '../../../../shared/suggestions/words';
import { faultAt, sayFault } from '../../platform/faults';
import type { Picture } from '../../platform/pictures';
import { sayDay } from '../../platform/say';
import { usePictureForm } from '../../platform/usePictureForm';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Photos } from '../../ui/Photos';
import { SearchBox } from '../../ui/SearchBox';
import { Switch } from '../../ui/Switch';
import { WordArea } from '../../ui/WordArea';
import '../../ui/lock.scss';
import './WriteForm.css';

type Offered = Reply<typeof offers>;
type Written = {
  title: string;
  facts: string;
  proposal: string;
  occasion: Occasion;
  disclosure: Disclosure;
  disclosureReason: string;
  origin: Origin;
  unsolved: Unsolved | 'no';
  wantsContact: boolean;
  cosigners: string[];
  requests: string[];
  /** Of those that the draft has, the ones that stay; and those that come to them. */
  kept: string[];
  pictures: Picture[];
};

const BLANK: Written = {
  title: '',
  facts: '',
  proposal: '',
  occasion: 'between',
  disclosure: 'full',
  disclosureReason: '',
  origin: 'visit',
  unsolved: 'no',
  wantsContact: true,
  cosigners: [],
  requests: [],
  kept: [],
  pictures: [],
};

function writtenOf(draft: Suggestion): Written {
  return {
    title: draft.title,
    facts: draft.facts,
    proposal: draft.proposal,
    occasion: draft.occasion,
    disclosure: draft.disclosure,
    disclosureReason: draft.disclosureReason ?? '',
    origin: draft.origin,
    unsolved: draft.unsolved ?? 'no',
    wantsContact: draft.wantsContact,
    cosigners: draft.cosigners.map(({ id }) => id),
    requests: draft.requests.flatMap(({ id }) => id ?? []),
    kept: draft.pictures.map(({ id }) => id),
    pictures: [],
  };
}

type Props = { offered: Offered; draft: Suggestion | null; request: string };
const REFRESHES = ['suggestions', 'notifications'];
/** So many are shown before somebody looks for one. */
const WITHOUT = 8;

/** The columns of the official sheet, one matter, who signs with them, and what residents said. Kept on the phone, and then as a draft. */
export function WriteForm({ offered, draft, request }: Props) {
  const begin = draft ? writtenOf(draft) : { ...BLANK, requests: request ? [request] : [] };
  const form = usePictureForm<Written>(
    `suggestion ${draft ? `${draft.id} ${draft.textVersion}` : request || 'new'}`,
    begin,
    {
      refreshes: REFRESHES,
    },
  );
  const { value } = form;
  const [pressed, setPressed] = useState(false);
  const [adding, setAdding] = useState(false);
  const why = whyNot(value);
  const there = draft?.pictures.filter(({ id }) => value.kept.includes(id)) ?? [];
  const isSigned = draft?.cosigners.some(({ state }) => SIGNED.includes(state));
  const send = () => {
    setPressed(true);
    if (why) return;
    const { unsolved, disclosureReason, kept, pictures: _, ...rest } = value;
    const given = (ids: string[]) => ({
      ...rest,
      title: value.title.trim(),
      facts: value.facts.trim(),
      proposal: value.proposal.trim(),
      ...(unsolved === 'no' ? {} : { unsolved }),
      ...(value.disclosure === 'title' ? { disclosureReason: disclosureReason.trim() } : {}),
      pictures: [...kept, ...ids],
    });
    const open = ({ id }: Suggestion) => Taro.redirectTo({ url: `/suggestions/pages/one/index?id=${id}` });
    if (draft)
      void form.send(
        edit,
        (ids) => ({ id: draft.id, textVersion: draft.textVersion, ...given(ids) }),
        () => Taro.navigateBack(),
      );
    else void form.send(draftProcedure, given, open);
  };
  const text = (field: 'title' | 'facts' | 'proposal') =>
    (pressed && faultOf(field, value)) || faultAt(form.error, field);
  return (
    <>
      <View className="main">
        {isSigned && (
          <View className="space-above-3">
            <Notice tone="wait">改了文字或照片，签过的代表要再看一遍、再签。</Notice>
          </View>
        )}
        <Heading title="建议什么" note="一件只说一件事" />
        <Field
          label="题目"
          placeholder="上新屋、坎下接通自来水"
          maxLength={LENGTHS.title[1]}
          value={value.title}
          fault={text('title')}
          onInput={(title) => form.change({ title })}
        />
        <Heading title="现在怎么样" />
        <WordArea
          label="现在怎么样"
          placeholder="哪里、多少人、从什么时候起"
          maxLength={LENGTHS.facts[1]}
          value={value.facts}
          saved
          fault={text('facts')}
          onInput={(facts) => form.change({ facts })}
        />
        <Heading title="该怎么办" />
        <WordArea
          label="该怎么办"
          placeholder="请谁做什么，什么时候前"
          maxLength={LENGTHS.proposal[1]}
          value={value.proposal}
          fault={text('proposal')}
          onInput={(proposal) => form.change({ proposal })}
        />
        <Photos
          pictures={value.pictures}
          most={MOST_ATTACHMENTS}
          kept={there}
          onDrop={(id) => form.change({ kept: value.kept.filter((one) => one !== id) })}
          onPictures={form.changePictures}
          onBusy={setAdding}
        />
        <View className="space-above-2">
          <Notice icon="lock">照片里的位置会去掉。联名的代表、人大办公室和办的部门看得到，不公开。</Notice>
        </View>
        <Many
          title="居民的话"
          note="不写名字，部门看得到内容"
          nothing="您手里没有居民的事。"
          options={offered.requests.map(({ id, title, placeName, on }) => ({
            id,
            words: title,
            note: `${placeName} · ${sayDay(on)}`,
          }))}
          chosen={value.requests}
          onChange={(requests) => form.change({ requests })}
        />
        <Many
          title="请谁联名"
          note="签不签由他，送出时没签的不算"
          nothing="没有别的本级代表。"
          options={offered.deputies.map(({ id, name, ward, joined }) => ({
            id,
            words: name,
            note: [ward, joined ? null : '还没用上连心站'].filter(Boolean).join(' · '),
          }))}
          chosen={value.cosigners}
          onChange={(cosigners) => form.change({ cosigners })}
        />
        <Heading title="登公开栏" />
        <Choice
          label="登公开栏"
          options={DISCLOSURES.map((one) => ({ value: one, words: DISCLOSURE_WORDS[one] }))}
          value={value.disclosure}
          onChoose={(disclosure) => form.change({ disclosure })}
        />
        {value.disclosure === 'title' && (
          <View className="space-above-3">
            <WordArea
              short
              label="为什么只登题目"
              placeholder="为什么只登题目"
              maxLength={LENGTHS.reason[1]}
              value={value.disclosureReason}
              fault={pressed ? faultOf('disclosureReason', value) : null}
              onInput={(disclosureReason) => form.change({ disclosureReason })}
            />
          </View>
        )}
        <Heading title="什么时候提" />
        <Choice
          label="什么时候提"
          options={OCCASIONS.map((one) => ({
            value: one,
            words: one === 'session' ? '大会期间' : '闭会期间',
            note: `${OCCASION_WORDS[one]}建议`,
          }))}
          value={value.occasion}
          onChoose={(occasion) => form.change({ occasion })}
        />
        <Heading title="怎么来的" />
        <Choice
          label="怎么来的"
          options={ORIGINS.map((one) => ({ value: one, words: ORIGIN_WORDS[one] }))}
          value={value.origin}
          onChoose={(origin) => form.change({ origin })}
        />
        <Heading title="以前提过没有" />
        <Choice
          label="以前提过没有"
          options={[
            { value: 'no' as const, words: '没有，或不到两年' },
            ...UNSOLVED.map((one) => ({ value: one, words: `提了${UNSOLVED_WORDS[one]}，没解决` })),
          ]}
          value={value.unsolved}
          onChoose={(unsolved) => form.change({ unsolved })}
        />
        <Card flush className="space-above-5">
          <Cell
            title="办的时候多跟我说"
            sub="部门答复前总要跟您说上话"
            right={
              <Switch
                label="办的时候多跟我说"
                on={value.wantsContact}
                onChange={(wantsContact) => form.change({ wantsContact })}
              />
            }
          />
        </Card>
        {form.error && (
          <View className="space-above-3">
            <Notice tone="wait">{sayFault(form.error)}</Notice>
          </View>
        )}
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow icon="pen" busy={adding ? '照片在放进来…' : form.isPending && '正在存…'} onPress={send}>
          存成草稿
        </Button>
      </ActionBar>
    </>
  );
}

function Heading({ title, note }: { title: string; note?: string }) {
  return (
    <View className="row space-above-5 write-heading">
      <Text className="heading">{title}</Text>
      {note && <Text className="note">{note}</Text>}
    </View>
  );
}

type ManyProps = {
  title: string;
  note: string;
  nothing: string;
  options: readonly { id: string; words: string; note: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several of a list; what is chosen always stands there, the rest once somebody looks for it. */
function Many({ title, note, nothing, options, chosen, onChange }: ManyProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const looked = typed.trim();
  const isFound = (one: (typeof options)[number]) => one.words.includes(looked) || one.note.includes(looked);
  const found = isOpen ? options.filter(({ id }) => !chosen.includes(id)).filter(isFound) : [];
  // Of many one looks for a name.
  const shown = [...options.filter(({ id }) => chosen.includes(id)), ...(looked ? found : found.slice(0, WITHOUT))];
  const turn = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <Heading title={title} note={note} />
      {isOpen && options.length > WITHOUT && (
        <View className="space-above-3">
          <SearchBox value={typed} placeholder="找一找" onInput={setTyped} />
        </View>
      )}
      {shown.length > 0 && (
        <Card flush className="space-above-3">
          {shown.map(({ id, words, note: more }) => (
            <Cell
              key={id}
              title={words}
              sub={more}
              right={<Switch label={words} on={chosen.includes(id)} onChange={(on) => turn(id, on)} />}
            />
          ))}
        </Card>
      )}
      <View className="space-above-2">
        {!options.length ? (
          <Text className="secondary">{nothing}</Text>
        ) : (
          <Button
            small
            kind="second"
            label={isOpen ? `${title}，选好了` : `${title}，选几个`}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? '选好了' : '选几个'}
          </Button>
        )}
      </View>
    </>
  );
}

const short = (words: string, [fewest]: readonly [number, number]) => lengthOf(words.trim()) < fewest;
const long = (words: string, [, most]: readonly [number, number]) => lengthOf(words.trim()) > most;

function faultOf(field: 'title' | 'facts' | 'proposal' | 'disclosureReason', value: Written): string | null {
  const length = LENGTHS[field === 'disclosureReason' ? 'reason' : field];
  if (short(value[field], length)) return `至少写 ${length[0]} 个字。`;
  return long(value[field], length) ? `太长了，最多 ${length[1]} 个字。` : null;
}

/** Why it can't be kept yet. */
function whyNot(value: Written): string | null {
  if (faultOf('title', value)) return '题目写一句。';
  if (faultOf('facts', value)) return '写写现在怎么样。';
  if (faultOf('proposal', value)) return '写写该怎么办。';
  return value.disclosure === 'title' && faultOf('disclosureReason', value) ? '只登题目，要写为什么。' : null;
}
