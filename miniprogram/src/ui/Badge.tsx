import { Text, View } from '@tarojs/components';
import type { DeputyPage } from '../../../shared/directory/contract';
import { together } from '../platform/say';
import { Mark } from './Mark';
import { Portrait } from './Portrait';
import { aria } from './Press';
import { Seal } from './Seal';
import { Tag } from './Tag';
import './Badge.css';
import './check.scss';

type Props = { deputy: DeputyPage; county: string };

/** The deputy's own card (代表证): serving, or the term has ended. */
export function Badge({ deputy, county }: Props) {
  const [last] = deputy.mandates.map(({ endsOn }) => endsOn).sort((a, b) => b.localeCompare(a));
  return (
    <View className="badge">
      <View className={`badge-slot ${deputy.serving ? '' : 'ended'}`} />
      <View className="badge-head">
        <Mark />
        <Text className="grow">{`${county} · 人大代表`}</Text>
        {deputy.serving ? (
          <Tag icon="check" tone="ok" bare>
            身份已核对
          </Tag>
        ) : (
          <Tag icon="info">任期到了</Tag>
        )}
      </View>
      <View className="badge-body">
        <Portrait id={deputy.id} src={deputy.portrait} size="large" />
        <View className="grow">
          <View className="hero-title" {...aria('heading')}>
            <Text>{deputy.name}</Text>
          </View>
          {deputy.mandates.map((mandate) => (
            <View key={mandate.level} className={`badge-level ${deputy.serving ? 'serving' : ''}`}>
              <Seal>{mandate.seal}</Seal>
              <View className="grow">
                <Text>{`${mandate.congressName}代表`}</Text>
                <Text className="secondary">
                  {mandate.electedBy ?? (
                    <>
                      <Text className="whole">{together(mandate.wardName ?? '')}</Text>
                      {mandate.villageNames.length > 0 && ` · ${mandate.villageNames.map(short).join('、')}`}
                    </>
                  )}
                </Text>
              </View>
            </View>
          ))}
        </View>
      </View>
      <View className="badge-foot secondary">
        {together(
          `${deputy.intro}${last ? `任期${deputy.serving ? '到' : '到了'} ${Number(last.slice(0, 4))} 年 ${Number(last.slice(5, 7))} 月。` : ''}`,
        )}
      </View>
    </View>
  );
}

/** 草坪村 is 草坪 in a row of villages. */
function short(name: string): string {
  return name.length > 2 ? name.replace(/村$/, '') : name;
}
