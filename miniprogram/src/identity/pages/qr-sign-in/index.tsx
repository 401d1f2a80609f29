import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { county as countyProcedure } from '../../../../../shared/directory/contract';
import { confirmQrSignIn, me as meProcedure } from '../../../../../shared/identity/contract';
import { readQrSignInLink, sayRoles } from '../../../../../shared/identity/rules';
import { useAct } from '../../../platform/act';
import { rememberJurisdiction, useJurisdiction } from '../../../platform/county';
import { sayFault } from '../../../platform/faults';
import { useCountyKind } from '../../../platform/kind';
import { useCall } from '../../../platform/query';
import { OfflineError, send } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';

type QrSignIn = { jurisdiction: string; code: string };

const toMe = () => Taro.switchTab({ url: '/pages/me/index' });

/** 电脑登录: where the code leads that a computer shows. `code` is county and code (`330822-…`), `q` the whole link as WeChat hands it on. */
export default function ConfirmQrSignIn() {
  const { code = '', q = '' } = useRouter().params;
  const [qrSignIn] = useState(() => readQrSignInLink(q ? decodeOnce(q) : `https://x/d/${decodeOnce(code)}`));
  const here = useJurisdiction();
  return (
    <Page>
      <NavBar title="电脑登录" back />
      {!qrSignIn && (
        <Empty
          help
          title="没认出这个码"
          words={'请扫电脑上连心站页面里的码。'}
          action={{ words: '回去再扫', onPress: toMe }}
        />
      )}
      {qrSignIn && qrSignIn.jurisdiction !== here && <OtherCounty qrSignIn={qrSignIn} />}
      {qrSignIn && qrSignIn.jurisdiction === here && <Confirm code={qrSignIn.code} />}
    </Page>
  );
}

/** Asked there first: a code that leads nowhere must not leave the phone in its county. */
function OtherCounty({ qrSignIn }: { qrSignIn: QrSignIn }) {
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const ask = () => {
    setError(null);
    send(countyProcedure, {}, { county: qrSignIn.jurisdiction }).then(({ name: found }) => setName(found), setError);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(ask, []);
  if (error) return <ProblemPage error={error} onRetry={ask} />;
  if (!name)
    return (
      <View className="main">
        <Skeleton cards={1} />
      </View>
    );
  return (
    <Empty
      title={`这台电脑登的是${name}`}
      words={`您的手机现在看的是别的地方。\n要登录，先换到${name}。`}
      action={{ words: `换到${name}`, onPress: () => rememberJurisdiction(qrSignIn.jurisdiction) }}
    />
  );
}

function Confirm({ code }: { code: string }) {
  const kind = useCountyKind();
  const county = useCall(countyProcedure, {});
  const who = useCall(meProcedure, {});
  const act = useAct(confirmQrSignIn);
  const [done, setDone] = useState(false);
  const error = county.error ?? who.error;
  if (done) return <Done />;
  if (!county.data || !who.data) {
    if (error)
      return (
        <ProblemPage
          error={error}
          onRetry={() => {
            void county.refetch();
            void who.refetch();
          }}
        />
      );
    return (
      <View className="main">
        <Skeleton cards={2} />
      </View>
    );
  }
  const roles = sayRoles(who.data, kind);
  if (!roles.length)
    return (
      <Empty
        help
        title="电脑上没有您能办的"
        words={`代表、监督员、联络站和部门的人\n才在电脑上办事。\n您在${county.data.name}还没有领身份。`}
        action={{ words: '有邀请码，去领身份', onPress: () => Taro.redirectTo({ url: '/identity/pages/roles/index' }) }}
      />
    );
  return (
    <>
      <View className="main">
        <Text className="title space-above-4">{`登录${county.data.name}连心站的电脑？`}</Text>
        <Text className="secondary block space-above-1">点了以后，坐在电脑前的人就用您的身份办事。</Text>
        <Card flush className="space-above-4">
          {roles.map(({ role, of }) => (
            <Cell key={`${role} ${of}`} icon="me" title={role} sub={of ?? `全${kind}`} />
          ))}
        </Card>
        <View className="space-above-4">
          <Notice tone="wait" icon="shield">
            不是您自己打开的电脑，就不要点。别人发来的码也不要点。
          </Notice>
        </View>
        {act.error && (
          <View className="space-above-4">
            <Notice tone="late">
              {act.error instanceof OfflineError ? '现在没有网，电脑还没登录。有网了再点一次。' : sayFault(act.error)}
            </Notice>
          </View>
        )}
      </View>
      <ActionBar>
        <Button kind="line" onPress={toMe}>
          不是我
        </Button>
        <Button grow busy={act.isPending && '正在确认…'} onPress={() => act.send({ code }, () => setDone(true))}>
          是我，登录电脑
        </Button>
      </ActionBar>
    </>
  );
}

function Done() {
  return (
    <State scene="empty" title="电脑登录好了" words={'看电脑，已经进去了。\n办完了，记得在电脑上退出。'}>
      <Button onPress={toMe}>知道了</Button>
    </State>
  );
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
