import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Station } from '../../../../shared/directory/contract';
import { dial, orShow } from '../../platform/dial';
import { sayDayAndWeekday } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import './StationCard.scss';
import '../../ui/check.scss';

/** A station: where it is, when somebody is there, when deputies receive, its telephone and the way there. */
export function StationCard({ station }: { station: Station }) {
  const { name, address, hours, phone, nextReception } = station;
  return (
    <Card className="space-above-3">
      <Text className="strong block">{name}</Text>
      <Text className="secondary block space-above-1">{address}</Text>
      <Text className="secondary block">{hours}</Text>
      {nextReception && (
        <Text className="secondary block">
          {`下次接待日 ${sayDayAndWeekday(nextReception.day)} ${nextReception.from} 到 ${nextReception.to}`}
        </Text>
      )}
      <Text className="secondary block">{`电话 ${phone}`}</Text>
      <View className="row wrap space-above-3">
        <Button small grow kind="second" icon="phone" label={`打电话给${name}`} onPress={() => dial(phone)}>
          打电话
        </Button>
        <Way station={station} />
      </View>
    </Card>
  );
}

/** WeChat has a map; elsewhere, and where nobody put the station on it, the address can be copied. */
function Way({ station: { name, address, latitude, longitude } }: { station: Station }) {
  const [copied, setCopied] = useState(false);
  if (latitude !== null && longitude !== null && process.env.TARO_ENV === 'weapp') {
    const map = () => Taro.openLocation({ latitude, longitude, name, address }).catch(orShow(name, address));
    return (
      <Button small grow kind="second" icon="map" label={`去${name}怎么走`} onPress={map}>
        怎么走
      </Button>
    );
  }
  const copy = () =>
    Taro.setClipboardData({ data: `${name}，${address}` }).then(() => setCopied(true), orShow(name, address));
  return (
    <Button
      small
      grow
      kind="second"
      icon={copied ? 'check' : 'copy'}
      label={`${copied ? '抄好了' : '抄下地址'}：${name}`}
      onPress={copy}
    >
      {copied ? '抄好了' : '抄下地址'}
    </Button>
  );
}
