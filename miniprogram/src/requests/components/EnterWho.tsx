import { Text, View } from '@tarojs/components';
import { NAME } from '../../../../shared/kernel/text';
import { LENGTHS } from '../../../../shared/requests/limits';
import { Field } from '../../ui/Field';
import type { EnterProps } from './useEntering';

/** Whose matter it is. The telephone is asked for with its reason, and may stay empty. */
export function EnterWho({ entering, change, slipFault, phoneFault }: EnterProps & Faults) {
  const { name = '', contactPhone = '', slipNumber = '' } = entering.input;
  return (
    <>
      <Text className="title">替谁登记？</Text>
      <Text className="secondary block space-above-1">他说，您记。办到哪一步，您也看得到。</Text>
      <View className="space-above-4">
        <Field
          label="怎么称呼他"
          placeholder="比如：陈大伯"
          maxLength={NAME[1]}
          value={name}
          onInput={(words) => change({ name: words })}
        />
      </View>
      <View className="space-above-4">
        <Field
          label="他的手机号（可不填）"
          placeholder="11 位数字"
          kind="number"
          maxLength={20}
          value={contactPhone}
          fault={phoneFault}
          onInput={(words) => change({ contactPhone: words })}
        />
        <Text className="secondary block space-above-2">
          以后他用微信确认这个号，会问他是不是他的事，他说是，自己就能看到。号码加了锁存放。
        </Text>
      </View>
      <View className="space-above-4">
        <Field
          label="纸条编号（可不填）"
          placeholder="纸条上印的号"
          maxLength={LENGTHS.slip[1]}
          value={slipNumber}
          fault={slipFault}
          onInput={(words) => change({ slipNumber: words })}
        />
      </View>
    </>
  );
}

export type Faults = { slipFault: string | null; phoneFault: string | null };
