import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { deputyTitle } from '../../../../shared/kernel/names';
import { decideHandover, type RequestPage, take } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { useAct } from '../../platform/act';
import { sayUnsent } from '../../platform/faults';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Act } from './Act';

const REFRESHES = ['requests', 'notifications'];

/** Whether it may go to a deputy of another level: whoever speaks for the resident says yes or no, anybody else reads what is asked. */
export function AskFirst({ request: { id, handover, may, viewer, deputyName, lapsesOn } }: { request: RequestPage }) {
  const act = useAct(decideHandover, REFRESHES);
  const [refusing, setRefusing] = useState(false);
  if (!handover) return null;
  const { to, by, words, on } = handover;
  const forThem = viewer === 'resident' ? '' : '替他说';
  const asked = (
    <Card className="space-above-4">
      <View className="row between">
        <Text className="heading">{`${by ? deputyTitle(by) : '联络站'}想转给${to}`}</Text>
        <Text className="note">{sayDay(on)}</Text>
      </View>
      <Text className="words space-above-3" {...ownDirection}>
        {words}
      </Text>
      <Text className="secondary block space-above-3">
        {`同意了，${to}才看得到。不同意，还由${deputyName ? deputyTitle(deputyName) : '村里的代表'}办。${lapsesOn ? `${sayDay(lapsesOn)}前没说就不转。` : ''}`}
      </Text>
      {act.error && <Notice tone="wait">{sayUnsent(act.error)}</Notice>}
      {may.includes('decideHandover') && !refusing && (
        <View className="row space-above-3">
          <Button kind="line" grow disabled={act.isPending} onPress={() => setRefusing(true)}>
            {`${forThem}不同意`}
          </Button>
          <Button
            grow
            busy={act.isPending && '正在送…'}
            onPress={() => act.send({ id, handover: handover.id, agreed: true })}
          >
            {`${forThem}同意`}
          </Button>
        </View>
      )}
    </Card>
  );
  if (!refusing) return asked;
  return (
    <>
      {asked}
      <Act
        procedure={decideHandover}
        id={id}
        besides={{ handover: handover.id, agreed: false }}
        title={`${forThem}不同意转`}
        placeholder="为什么不同意（可不写）"
        length={LENGTHS.withdrawal}
        send="不同意，不转"
        cancel="再想想"
        onDone={() => setRefusing(false)}
      />
    </>
  );
}

/** It was handed on from another level, and is not taken: they take it, or say why not. */
export function Handed({ id }: { id: string }) {
  const act = useAct(take, REFRESHES);
  return (
    <Card className="space-above-4">
      <Text className="heading">居民同意转给您，您接吗？</Text>
      {act.error && <Notice tone="wait">{sayUnsent(act.error)}</Notice>}
      <View className="row space-above-3">
        <Button kind="line" grow onPress={() => Taro.navigateTo({ url: `/answering/pages/decline/index?id=${id}` })}>
          不接，退回去
        </Button>
        <Button grow busy={act.isPending && '正在接…'} onPress={() => act.send({ id })}>
          我来接
        </Button>
      </View>
    </Card>
  );
}
