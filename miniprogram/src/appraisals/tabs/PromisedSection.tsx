import Taro from '@tarojs/taro';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Section } from '../../ui/Section';

/** 答应改的事: the way to what departments promised after the newest appraisal. */
export function PromisedSection({ title }: { title: string }) {
  return (
    <Section title={title}>
      <Card flush>
        <Cell
          icon="shield"
          title="部门答应改的事"
          sub="做到了没有"
          onPress={() => Taro.navigateTo({ url: '/appraisals/pages/promised/index' })}
        />
      </Card>
    </Section>
  );
}
