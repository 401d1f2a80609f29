import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Me } from '../../../../shared/identity/contract';
import { type SaidRole, sayRoles } from '../../../../shared/identity/rules';
import { useCountyKind } from '../../platform/kind';
import { useHost } from '../../platform/patience';
import { canScan } from '../../platform/scan';
import { NOT_SCANNED_QR, scanQrSignIn } from '../../platform/scan-qr-sign-in';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import type { IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';

const go = (url: string) => Taro.navigateTo({ url });

const ICONS: Partial<Record<SaidRole['is'], IconName>> = { deputy: 'chat', supervisor: 'shield' };

const WITH_CONSOLE = ['clerk', 'admin', 'department'] as const;

/** What the person is besides a resident, in plain words, and what leads on from there; nothing for who is nothing else. */
export function MyRoles({ me }: { me: Me }) {
  const kind = useCountyKind();
  const roles = sayRoles(me, kind);
  if (!roles.length) return null;
  const has = (...names: SaidRole['is'][]) => roles.some(({ is }) => names.includes(is));
  return (
    <>
      <Section title="我的身份">
        <Card flush>
          {roles.map(({ is, id, role, of }) => (
            <Cell
              key={`${is} ${id}`}
              icon={ICONS[is] ?? 'station'}
              title={role}
              sub={of ?? `全${kind}`}
              onPress={is === 'department' ? () => go('/identity/pages/department/index') : undefined}
            />
          ))}
        </Card>
      </Section>
      {has('deputy') && <AsDeputy />}
      {has('supervisor', 'clerk', 'admin') && <ForOthers />}
      {(canScan || has(...WITH_CONSOLE)) && (
        <OnComputer hasConsole={has(...WITH_CONSOLE)} forStations={has('clerk', 'admin')} />
      )}
    </>
  );
}

function AsDeputy() {
  return (
    <Section title="我是代表">
      <Card flush>
        <Cell
          icon="scan"
          title="我的代表码"
          sub="给居民扫，直接找到您"
          onPress={() => go('/identity/pages/code/index')}
        />
        <Cell
          icon="clock"
          title="外出几天"
          sub="居民会先看到，同村代表能先接"
          onPress={() => go('/identity/pages/away/index')}
        />
        <Cell icon="pen" title="代表建议" sub="写的、请您联名的" onPress={() => go('/suggestions/pages/list/index')} />
      </Card>
    </Section>
  );
}

function ForOthers() {
  return (
    <Section title="替没有手机的人说">
      <Card flush>
        <Cell
          icon="pen"
          title="替人登记"
          sub="记下来，送到代表那里"
          onPress={() => go('/requests/pages/enter/index')}
        />
        <Cell
          icon="mine"
          title="我替人登记的"
          sub="到哪一步了，有没有回话"
          onPress={() => go('/requests/pages/entered/index')}
        />
      </Card>
    </Section>
  );
}

/** The console itself where this is a computer, else the way to sign in on one. */
function OnComputer({ hasConsole, forStations }: { hasConsole: boolean; forStations: boolean }) {
  const { said, setSaid, ask } = useHost(NOT_SCANNED_QR);
  const scan = () =>
    ask(scanQrSignIn(), (found) => {
      if (found === 'other') setSaid('这不是电脑登录的码。请扫电脑上连心站页面里的码。');
      else if (found) void go(`/identity/pages/qr-sign-in/index?code=${found.jurisdiction}-${found.code}`);
    });
  return (
    <Section title="在电脑上办">
      <Card flush>
        {process.env.TARO_ENV === 'h5' && hasConsole && (
          <Cell
            icon="station"
            title="到工作台"
            sub={forStations ? '分办、改派、审公开' : '看本部门的事'}
            onPress={() => go('/console/requests/pages/worklist/index')}
          />
        )}
        {canScan && <Cell icon="scan" title="扫电脑上的码" sub="用手机确认，电脑就登录" onPress={scan} />}
      </Card>
      {said && (
        <View className="space-above-3">
          <Notice tone="wait">{said}</Notice>
        </View>
      )}
    </Section>
  );
}
