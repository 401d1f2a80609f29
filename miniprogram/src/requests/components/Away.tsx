import { Text, View } from '@tarojs/components';
import type { DeputyPage } from '../../../../shared/directory/contract';
import type { Day } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import { sayDay } from '../../platform/say';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Portrait } from '../../ui/Portrait';

/** That the deputy is away, till when, and what that means for a matter. */
export function AwayWords({ name, until }: { name: string; until: Day }) {
  return (
    <>
      <Text className="strong block">{`${deputyTitle(name)}这几天不在，${sayDay(until)}以后回来。`}</Text>
      <Text className="block">回话会晚一点。村里别的代表看到了，也能先接。</Text>
    </>
  );
}

/** That nobody has signed in for the deputy yet, and who looks at it meanwhile. */
export function sayNotJoined(name: string): string {
  return `${deputyTitle(name)}还没有用上连心站，联络站会先看。村里别的代表看到了，也能先接。`;
}

type Props = { deputy: DeputyPage; onAny: () => void; onOther: () => void; onAnyway: () => void; onBack: () => void };

/** Said before the first word is written; whoever wants this deputy still writes to this one. */
export function Away({ deputy, onAny, onOther, onAnyway, onBack }: Props) {
  return (
    <Page>
      <NavBar title="说件事" back={onBack} />
      <View className="main">
        <Card className="space-above-4">
          <View className="row top">
            <Portrait id={deputy.id} src={deputy.portrait} />
            <View className="grow">
              <AwayWords name={deputy.name} until={deputy.awayUntil ?? ''} />
            </View>
          </View>
        </Card>
        <Text className="heading space-above-5">您看怎么说？</Text>
        <View className="column space-above-3">
          <Button kind="line" wide icon="me" onPress={onOther}>
            换一位代表
          </Button>
          <Button kind="line" wide icon="pen" onPress={onAnyway}>
            {`还是跟${deputyTitle(deputy.name)}说`}
          </Button>
        </View>
      </View>
      <ActionBar>
        <Button grow icon="chat" onPress={onAny}>
          哪位代表都行
        </Button>
      </ActionBar>
    </Page>
  );
}
