import { Image, Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { MOST_PICTURES } from '../../../shared/kernel/pictures';
import { madeSmaller, type Shot, takePictures } from '../platform/camera';
import { dropFile, keepFile, showFile } from '../platform/files';
import { useHost } from '../platform/patience';
import type { Picture } from '../platform/pictures';
import { Fault } from './Field';
import { Icon, type IconName } from './Icon';
import { aria, Press } from './Press';
import './PhotoPicker.scss';
import './check.scss';

/** One that is being put in, or could not be. */
type Coming = { key: number; shot: Shot; fault: FaultName | null };
type FaultName = keyof typeof FAULTS;

const FAULTS = {
  unreadable: { short: '打不开', long: '有一张打不开。请换一张照片（JPG 或 PNG）。' },
  too_big: { short: '太大了', long: '有一张太大，缩不下来。请换一张，或者重新拍。' },
  no_room: { short: '存不下', long: '手机存不下这张。腾点地方，再点它一次。' },
} as const;

/** One that the server has already, of what is changed. */
export type Kept = { id: string; url: string | null };

type Props = {
  pictures: readonly Picture[];
  /** How many there may be. */
  most?: number;
  /** Those that are there already stand before them. */
  kept?: readonly Kept[];
  onDrop?: (id: string) => void;
  /** How they change; several may come at once, so it is told as a step from what they are then. */
  onChange: (change: (now: Picture[]) => Picture[]) => void;
  /** True while some are being made smaller. */
  onBusy?: (busy: boolean) => void;
};

/** Photos, made smaller and kept on the phone. Each can be taken out again; what is wrong with one is said on it and below. */
export function PhotoPicker({ pictures, most = MOST_PICTURES, kept = [], onDrop, onChange, onBusy }: Props) {
  const [coming, setComing] = useState<Coming[]>([]);
  const [over, setOver] = useState(false);
  const next = useRef(0);
  const left = useRef(false);
  const busy = coming.some(({ fault }) => !fault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes
  useEffect(() => {
    onBusy?.(busy);
  }, [busy]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the end
  useEffect(
    () => () => {
      left.current = true;
      onBusy?.(false);
    },
    [],
  );
  const room = most - kept.length - pictures.length - coming.filter(({ fault }) => !fault).length;

  const bring = async ({ key, shot }: Coming) => {
    const name = await putAway(shot);
    if (typeof name === 'string') onChange((now) => [...now, { name }]);
    if (left.current) return;
    const fault = typeof name === 'string' ? null : name.fault;
    setComing((all) => all.flatMap((one) => (one.key !== key ? [one] : fault ? [{ ...one, fault }] : [])));
  };
  const { said, ask } = useHost('相机和相册都没有回音。请再点一次“加照片”，不加照片也能送。');
  const take = async (shots: Shot[]) => {
    setOver(shots.length > room);
    const fresh = shots.slice(0, room).map((shot) => ({ key: next.current++, shot, fault: null }));
    setComing((all) => [...all.filter(({ fault }) => fault === 'no_room'), ...fresh]);
    // One after the other: an old phone has little memory.
    for (const one of fresh) await bring(one);
  };
  const again = (one: Coming) => {
    setComing((all) => all.map((each) => (each.key === one.key ? { ...each, fault: null } : each)));
    void bring(one);
  };
  const remove = (name: string) => {
    onChange((now) => now.filter((picture) => picture.name !== name));
    void dropFile(name);
  };
  const faults = [
    ...new Set([
      ...coming.flatMap(({ fault }) => (fault ? [FAULTS[fault].long] : [])),
      ...pictures.flatMap(({ refused }) => (refused ? [refused] : [])),
      ...(said ? [said] : []),
      ...(over ? [`最多 ${most} 张，多的没放进来。`] : []),
    ]),
  ];
  return (
    <View>
      <View className="photos">
        {kept.map(({ id, url }, index) => (
          <View key={id} className="photo">
            <Shown source={url} label={`第 ${index + 1} 张照片`} />
            <Remove label={`去掉第 ${index + 1} 张照片`} onPress={() => onDrop?.(id)} />
          </View>
        ))}
        {pictures.map((picture, at) => {
          const index = kept.length + at;
          return (
            <View key={picture.name} className="photo">
              <Photo picture={picture} label={`第 ${index + 1} 张照片`} />
              <Remove label={`去掉第 ${index + 1} 张照片`} onPress={() => remove(picture.name)} />
            </View>
          );
        })}
        {coming.map((one) => (
          <View key={one.key} className="photo">
            {one.fault === 'no_room' ? (
              <Press className="photo-inside" label="没存下，再试一次" onPress={() => again(one)}>
                <Said icon="refresh">{FAULTS.no_room.short}</Said>
              </Press>
            ) : (
              <Said icon={one.fault ? 'alert' : 'clock'}>{one.fault ? FAULTS[one.fault].short : '在放进来'}</Said>
            )}
            {one.fault && (
              <Remove label="不要这张" onPress={() => setComing((all) => all.filter(({ key }) => key !== one.key))} />
            )}
          </View>
        ))}
        {room > 0 && (
          <Press className="photo add" onPress={() => ask(takePictures(room), take)} label="加照片">
            <View className="photo-inside">
              <Icon name="camera" />
              <Text>加照片</Text>
            </View>
          </Press>
        )}
      </View>
      {faults.map((words) => (
        <Fault key={words}>{words}</Fault>
      ))}
    </View>
  );
}

/** Small and on the phone. @returns its name, or why not */
async function putAway(shot: Shot): Promise<string | { fault: FaultName }> {
  const small = await madeSmaller(shot);
  if ('unfit' in small) return { fault: small.unfit };
  return keepFile(small.shot).catch(() => ({ fault: 'no_room' as const }));
}

function Remove({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Press className="photo-remove" label={label} onPress={onPress}>
      <Icon name="close" />
    </Press>
  );
}

function Said({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="photo-said">
      <Icon name={icon} />
      <Text>{children}</Text>
    </View>
  );
}

/** The photos that go with something, to be looked at once more. `sending`: how far each has come. */
export function PhotoStrip({ pictures, sending }: { pictures: readonly Picture[]; sending: boolean }) {
  const now = sending ? pictures.findIndex(({ kept, refused }) => !kept && !refused) : -1;
  return (
    <View className="photos seen space-above-2">
      {pictures.map((picture, index) => (
        <View key={picture.name} className="photo">
          <Photo picture={picture} label={`第 ${index + 1} 张照片`} />
          {index === now && <Said icon="clock">在送</Said>}
          {picture.kept && sending && <Said icon="check">送到了</Said>}
        </View>
      ))}
    </View>
  );
}

function Photo({ picture: { name, refused }, label }: { picture: Picture; label: string }) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    let shown: string | null = null;
    void showFile(name).then((url) => {
      shown = url;
      if (gone) release(url);
      else setSource(url);
    });
    return () => {
      gone = true;
      release(shown);
    };
  }, [name]);
  return (
    <>
      <Shown source={source} label={refused ? `${label}，用不了` : label} />
      {refused && <Said icon="x-circle">用不了</Said>}
    </>
  );
}

function Shown({ source, label }: { source: string | null; label: string }) {
  return (
    <View className="photo-inside" {...aria('img', label)}>
      <View className="photo-image" aria-hidden="true">
        {source && <Image className="photo-image" src={source} mode="aspectFill" />}
      </View>
    </View>
  );
}

function release(url: string | null): void {
  if (url?.startsWith('blob:')) URL.revokeObjectURL(url);
}
