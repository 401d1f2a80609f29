import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { county as countyProcedure } from '../../../../../../shared/directory/contract';
import { collectQrSignIn, openQrSignIn } from '../../../../../../shared/identity/contract';
import { qrSignInLink } from '../../../../../../shared/identity/rules';
import { ProblemError } from '../../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../../shared/kernel/procedure';
import { call } from '../../../../platform/call';
import { jurisdiction, useJurisdiction } from '../../../../platform/county';
import { sayFault } from '../../../../platform/faults';
import { forgetKept } from '../../../../platform/kept';
import { localServer } from '../../../../platform/local';
import { useCall } from '../../../../platform/query';
import { isAway } from '../../../../platform/send';
import { adoptSession } from '../../../../platform/session';
import { forgetAll } from '../../../../platform/store';
import { Button } from '../../../../ui/Button';
import { Notice } from '../../../../ui/Notice';
import { askedPage } from '../../../ui/asked-page';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { QrPicture } from '../../components/QrPicture';
import { SignInCard } from '../../components/SignInCard';
import { Letters, SignInSteps } from '../../components/SignInSteps';

type QrSignIn = Reply<typeof openQrSignIn>;

const EVERY_MS = 2_000;

/** 电脑登录: shows a code until a phone says who sits here; `to` is the page of the desk that was asked for. */
export default function SignIn() {
  const { params } = useRouter();
  const enter = () => void Taro.redirectTo({ url: askedPage(params.to) ?? CONSOLE_PAGES.worklist });
  const here = useJurisdiction();
  const { data: county } = useCall(countyProcedure, {});
  const [qrSignIn, setQrSignIn] = useState<QrSignIn | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const show = () => {
    setFault(null);
    setQrSignIn(null);
    call(openQrSignIn, {}).then(setQrSignIn, (error: Error) => setFault(sayFault(error)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another county has another code
  useEffect(show, [here]);
  useCollecting(qrSignIn, {
    onEnter: enter,
    onExpired: () => {
      setQrSignIn(null);
      setFault('这个码过期了，换一个再扫。');
    },
  });
  return (
    <SignInCard title="联络站工作台" sub={`给${county?.name ?? ''}联络站、部门和人大办公室用`}>
      {!fault && <QrPicture text={qrSignIn && linkOf(qrSignIn)} label="用手机扫的码" />}
      {qrSignIn && <Letters label="码上的字" text={qrSignIn.code} />}
      {fault && (
        <div className="space-above-3">
          <Notice tone="wait">{fault}</Notice>
        </div>
      )}
      <SignInSteps
        steps={[
          '手机微信打开连心站，点“我”',
          '点“扫电脑上的码”，扫上面的码',
          '在手机上点头，这里就打开了',
          '有的身份要多验一次，输手机上的动态码',
        ]}
      />
      {fault && (
        <Button wide icon="refresh" onPress={show}>
          换一个码
        </Button>
      )}
      {localServer() && (
        <div className="space-above-3">
          <Button kind="second" wide onPress={enter}>
            演示：不扫码，直接进
          </Button>
        </div>
      )}
    </SignInCard>
  );
}

/** Asks every two seconds whether a phone has said yes. A network that is gone for a moment is waited for. */
function useCollecting(
  qrSignIn: QrSignIn | null,
  { onEnter, onExpired }: Record<'onEnter' | 'onExpired', () => void>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one asking for each code
  useEffect(() => {
    if (!qrSignIn) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      try {
        const session = await call(collectQrSignIn, { secret: qrSignIn.secret });
        forgetKept();
        forgetAll();
        adoptSession(session);
        onEnter();
      } catch (error) {
        if (left) return;
        if (isWaiting(error)) timer = setTimeout(ask, EVERY_MS);
        else onExpired();
      }
    };
    timer = setTimeout(ask, EVERY_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [qrSignIn]);
}

function isWaiting(error: unknown): boolean {
  if (isAway(error)) return true;
  return error instanceof ProblemError && (error.code === 'qr_waiting' || error.code === 'too_many');
}

function linkOf({ code }: QrSignIn): string {
  return qrSignInLink(process.env.TARO_APP_API || window.location.origin, jurisdiction(), code);
}
