import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import { aria } from './Press';

/** `name` is null where none was written. */
export type SeeRow = { who: string; matter: boolean; name: boolean | null; phone: boolean };

/** Who sees what, said beside the choice (谁能看到). */
export function SeeTable({ rows }: { rows: readonly SeeRow[] }) {
  return (
    <View className="who" {...aria('table', '谁能看到什么')}>
      <View className="who-r who-h" {...aria('row')}>
        <Text className="who-n" {...aria('columnheader')}>
          {' '}
        </Text>
        {['事情', '名字', '电话'].map((words) => (
          <Text key={words} className="who-c" {...aria('columnheader')}>
            {words}
          </Text>
        ))}
      </View>
      {rows.map(({ who, matter, name, phone }) => (
        <View key={who} className="who-r" {...aria('row')}>
          <Text className="who-n" {...aria('rowheader')}>
            {who}
          </Text>
          <Sees yes={matter} />
          <Sees yes={name} />
          <Sees yes={phone} />
        </View>
      ))}
    </View>
  );
}

function Sees({ yes }: { yes: boolean | null }) {
  if (yes === null)
    return (
      <Text className="who-c" {...aria('cell')}>
        没写
      </Text>
    );
  return (
    <View className={`who-c ${yes ? 'y' : ''}`} {...aria('cell')}>
      <Icon name={yes ? 'check' : 'eye-off'} />
      <Text className="sr">{yes ? '能看到' : '看不到'}</Text>
    </View>
  );
}
