import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import { aria } from './Press';
import './SeeTable.scss';
import './check.scss';

/** `name` is null where none was written. */
export type SeeRow = { who: string; matter: boolean; name: boolean | null; phone: boolean };

/** Who sees what, said beside the choice (谁能看到). */
export function SeeTable({ rows }: { rows: readonly SeeRow[] }) {
  return (
    <View className="see-table" {...aria('table', '谁能看到什么')}>
      <View className="see-table-row see-table-head" {...aria('row')}>
        <Text className="see-table-who" {...aria('columnheader')}>
          {' '}
        </Text>
        {['事情', '名字', '电话'].map((words) => (
          <Text key={words} className="see-table-cell" {...aria('columnheader')}>
            {words}
          </Text>
        ))}
      </View>
      {rows.map(({ who, matter, name, phone }) => (
        <View key={who} className="see-table-row" {...aria('row')}>
          <Text className="see-table-who" {...aria('rowheader')}>
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
      <Text className="see-table-cell" {...aria('cell')}>
        没写
      </Text>
    );
  return (
    <View className={`see-table-cell ${yes ? 'sees' : ''}`} {...aria('cell')}>
      <Icon name={yes ? 'check' : 'eye-off'} />
      <Text className="screen-reader-only">{yes ? '能看到' : '看不到'}</Text>
    </View>
  );
}
