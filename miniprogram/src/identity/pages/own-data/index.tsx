import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { correctName, type OwnData, ownData } from '../../../../../shared/identity/contract';
import { copyOwnData } from '../../../../../shared/identity/contract/office';
import { ownDataText } from '../../../../../shared/identity/own-data';
import { dayOf } from '../../../../../shared/kernel/days';
import { NAME } from '../../../../../shared/kernel/text';
import { act, useAct, useOnce } from '../../../platform/act';
import { faultAt, sayFault } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayDay, together } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { verifyPhone } from '../../../platform/session';
import { refresh } from '../../../platform/store';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { Field } from '../../../ui/Field';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PhoneButton } from '../../../ui/PhoneButton';
import { ownDirection, Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Summary } from '../../../ui/Summary';
import { handOver, handOverFile } from '../../components/handOver';
import './index.scss';

const go = (url: string) => Taro.navigateTo({ url });
const WEAPP = process.env.TARO_ENV === 'weapp';

/** 我的资料: what is kept, for how long, put right, taken along, and the way to have it erased. */
export default function Own() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(ownData, {});
  return (
    <Page>
      <NavBar title="我的资料" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {isPending && (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
      {data && <Known data={data} />}
    </Page>
  );
}

type Doing = 'nothing' | 'name' | 'phone' | 'copy';

function Known({ data }: { data: OwnData }) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => setDoing('nothing');
  return (
    <>
      <View className="main">
        <Text className="title space-above-3">这里存了您这些</Text>
        <View className="space-above-4">
          {doing === 'name' ? (
            <CorrectName name={data.name} onDone={done} />
          ) : doing === 'phone' ? (
            <CorrectPhone phone={data.maskedPhone} onDone={done} />
          ) : (
            <Summary
              lines={[
                { label: '名字', words: data.name ?? '没写过', onChange: () => setDoing('name') },
                { label: '手机号', words: data.maskedPhone ?? '没确认过', onChange: () => setDoing('phone') },
              ]}
            />
          )}
        </View>
        <Text className="note block space-above-2">住的村和字的大小记在这台手机里，在首页改。</Text>
        <Card flush className="space-above-3">
          {data.parts.map((part) => (
            <Part key={part.key} part={part} />
          ))}
          <Cell
            icon="eye"
            title="谁看过我的电话"
            sub="谁、什么时候、为什么"
            onPress={() => go('/requests/pages/looks/index')}
          />
        </Card>
        <Text className="note block space-above-4">没有存：身份证、脸、您走到哪。</Text>
        {doing === 'copy' && <Copy data={data} />}
      </View>
      <ActionBar>
        <Button kind="line" icon="trash" onPress={() => go('/identity/pages/erase/index')}>
          全部删掉
        </Button>
        <Button kind="second" grow icon="download" onPress={() => setDoing('copy')}>
          拷一份
        </Button>
      </ActionBar>
    </>
  );
}

/** How many are shown at first. */
const FIRST = 5;

function Part({ part: { title, kept, count, entries } }: { part: OwnData['parts'][number] }) {
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const said = count === null ? title : together(`${title} ${count} 条`);
  if (!entries.length) return <Cell title={said} sub={kept} />;
  return (
    <View className="own-part">
      <Press className="cell" onPress={() => setOpen(!open)}>
        <View className="cell-body">
          <View className="strong">{said}</View>
          <View className="secondary">{kept}</View>
        </View>
        <Text className="text-accent">{open ? '收起' : '打开'}</Text>
      </Press>
      {open && (
        <View className="own-entries">
          {(all ? entries : entries.slice(0, FIRST)).map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
            <View key={index} className="own-entry">
              <Text className="strong block" {...ownDirection}>
                {entry.title}
              </Text>
              <Text className="note block">{sayDay(entry.on)}</Text>
              {entry.lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
                <Text key={at} className="secondary block said" {...ownDirection}>
                  {line}
                </Text>
              ))}
            </View>
          ))}
          {!all && entries.length > FIRST && (
            <Button kind="text" onPress={() => setAll(true)}>
              {together(`还有 ${entries.length - FIRST} 条`)}
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

function CorrectName({ name, onDone }: { name: string | null; onDone: () => void }) {
  const [written, setWritten] = useState(name ?? '');
  const act = useAct(correctName, ['identity']);
  return (
    <Card>
      <Field
        label="以后叫您什么"
        maxLength={NAME[1]}
        value={written}
        fault={faultAt(act.error, 'name')}
        onInput={setWritten}
      />
      <Text className="secondary block space-above-2">从今往后用新的。说过的事上写的不动。</Text>
      {act.error && (
        <View className="space-above-2">
          <Notice tone="wait">{sayFault(act.error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button kind="line" onPress={onDone}>
          不改了
        </Button>
        <Button
          grow
          busy={act.isPending && '正在改…'}
          disabled={!written.trim()}
          onPress={() => act.send({ name: written.trim() }, onDone)}
        >
          就改成这个
        </Button>
      </View>
    </Card>
  );
}

function CorrectPhone({ phone, onDone }: { phone: string | null; onDone: () => void }) {
  const [said, setSaid] = useState<string | null>(null);
  const { busy, once } = useOnce((error) => setSaid(sayFault(error)));
  const confirm = async (code: string) => {
    await verifyPhone(code);
    void refresh(['identity']);
    onDone();
  };
  return (
    <Card>
      <Text className="heading">换手机号</Text>
      <Text className="secondary block space-above-1">{`现在的：${phone ?? '没确认过'}`}</Text>
      <Text className="secondary block">换成微信上的手机号，不用手打。在办的事从今天起打新号。</Text>
      <Text className="secondary block">老号没了、没有微信：带身份证去联络站，当面改。</Text>
      {said && (
        <View className="space-above-2">
          <Notice tone="wait">{said}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button kind="line" onPress={onDone}>
          不换了
        </Button>
        <PhoneButton
          busy={busy && '正在换…'}
          onCode={(code) => void once(() => confirm(code))}
          onRefused={(offline) => setSaid(offline ? sayFault(offline) : '没有换，还是原来的号。')}
        >
          用微信手机号换
        </PhoneButton>
      </View>
    </Card>
  );
}

/** All with its photos in one file, or a text to read, or the same for another program. What is of others in one's matters is as the page shows it. */
function Copy({ data }: { data: OwnData }) {
  const [said, setSaid] = useState<string | null>(null);
  const { busy, once } = useOnce((error) => setSaid(sayFault(error)));
  const day = dayOf(new Date(data.at));
  const give = (made: () => Promise<{ given: boolean; missing?: number }>) =>
    once(async () => {
      setSaid(null);
      const { given, missing } = await made();
      if (!given) return;
      const lacks = missing ? `有 ${missing} 张照片没放进去，文字里写了是哪几张。` : '';
      setSaid(`${WEAPP ? '发出去了，在那个聊天里打开。' : '存到下载里了。'}${lacks}`);
    });
  const giveAs = (kind: 'txt' | 'json') =>
    give(async () => {
      const text = kind === 'txt' ? ownDataText(data) : JSON.stringify(data, null, 2);
      return { given: await handOver(`lianxin-${day}.${kind}`, text) };
    });
  const giveAll = () =>
    give(async () => {
      const { url, missing } = await act(copyOwnData, {});
      return { given: await handOverFile(`lianxin-${day}.zip`, url), missing };
    });
  return (
    <Card className="space-above-4">
      <Text className="heading">拷一份</Text>
      <Text className="secondary block space-above-1">
        {WEAPP ? '发到微信聊天里，比如“文件传输助手”，在那里打开。' : '存到这台机器的下载里。'}
      </Text>
      <View className="column space-above-3">
        <Button icon="download" busy={busy && '正在拷…'} onPress={() => void giveAs('txt')}>
          拷成文字
        </Button>
        <Button kind="line" disabled={busy} onPress={() => void giveAll()}>
          连照片一起拷
        </Button>
        <Button kind="line" disabled={busy} onPress={() => void giveAs('json')}>
          拷成数据，给别的软件用
        </Button>
      </View>
      <View className="space-above-3">
        <Notice tone="wait" icon="lock">
          {said ?? '里面有您说的事，别转给不认识的人。'}
        </Notice>
      </View>
    </Card>
  );
}
