import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { acceptInvitation, InvitationCode, type Me, me as meProcedure } from '../../../../../shared/identity/contract';
import { type SaidRole, sayRoles } from '../../../../../shared/identity/rules';
import { ProblemError } from '../../../../../shared/kernel/problems';
import { useOnce } from '../../../platform/act';
import { call } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import { useCountyKind } from '../../../platform/kind';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { keepAccess, verifyPhone } from '../../../platform/session';
import { refresh } from '../../../platform/store';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { Done } from '../../../ui/Done';
import { Field } from '../../../ui/Field';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PhoneButton } from '../../../ui/PhoneButton';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';

/** 领身份: by the telephone alone where the roster knows it, else with an invitation code. */
export default function TakeRole() {
  const { data: me, error, isPending, refetch } = useCall(meProcedure, {});
  const [taken, setTaken] = useState<SaidRole[] | null>(null);
  return (
    <Page>
      <NavBar title="领身份" back />
      {isPending && (
        <View className="main">
          <Skeleton cards={1} />
        </View>
      )}
      {error && !me && <ProblemPage error={error} onRetry={() => refetch()} />}
      {me && taken && <Taken roles={taken} />}
      {me && !taken && <AskCode me={me} onTaken={setTaken} />}
    </Page>
  );
}

function AskCode({ me, onTaken }: { me: Me; onTaken: (roles: SaidRole[]) => void }) {
  const kind = useCountyKind();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [away, setAway] = useState<string | null>(null);
  const [phoneAsked, setPhoneAsked] = useState(false);
  // Known at once, and not only when the server was asked again: a button that changes under the finger loses what WeChat brings it.
  const [verified, setVerified] = useState(false);
  const needsPhone = phoneAsked || !(me.maskedPhone || verified);
  const read = InvitationCode.safeParse(code);
  const failed = (error: Error) => {
    if (error instanceof OfflineError) return setAway('现在没有网，还没领到。有网了再点一次。');
    const about = error instanceof ProblemError ? error.code : null;
    if (about === 'phone_needed') return setPhoneAsked(true);
    if (about === 'role_taken') return setFault('这个身份已经有人领了，或者您已经是代表了。请打电话问联络站。');
    if (about === 'invitation_bad' || about === 'too_many_guesses' || about === 'invalid_input')
      return setFault(error.message);
    setAway(sayFault(error));
  };
  const { busy, once } = useOnce(failed);
  const confirmPhone = async (phoneCode: string) => {
    await verifyPhone(phoneCode);
    setVerified(true);
    setPhoneAsked(false);
  };
  const showPhone = (phoneCode: string) => {
    setAway(null);
    void once(async () => {
      await confirmPhone(phoneCode);
      const now = await call(meProcedure, {});
      void refresh();
      const fresh = freshOf(sayRoles(me, kind), sayRoles(now, kind));
      if (fresh.length) return onTaken(fresh);
      setAway('号码确认好了，可是名册上还没有它。请问给您身份的人，写的是不是这个号码；有邀请码的，填在上面。');
    });
  };
  const take = (phoneCode?: string) => {
    setAway(null);
    if (!read.success) return setFault('邀请码是 8 位字母和数字，没有 I、L、O、U。');
    setFault(null);
    void once(async () => {
      if (phoneCode !== undefined) await confirmPhone(phoneCode);
      const access = await call(acceptInvitation, { code: read.data });
      keepAccess(access);
      void refresh();
      onTaken(newOf(sayRoles(me, kind), sayRoles(access.me, kind)));
    });
  };
  const saying = busy && '正在核对…';
  return (
    <>
      <View className="main">
        {needsPhone && (
          <View className="space-above-4">
            <Notice icon="shield">
              <Text className="strong block">先确认手机号，身份跟着手机号走。</Text>
              名册上写了您的号码，确认以后身份就在，不用邀请码。号码加了锁存放，只要这一次。
            </Notice>
          </View>
        )}
        <Text className="title space-above-4">您的邀请码</Text>
        <Text className="secondary block space-above-1">{`${kind}人大办公室给您的，8 位字母和数字，七天内用一次。`}</Text>
        <View className="space-above-4">
          <Field
            label="邀请码"
            placeholder="比如：7K2M 9QXA"
            maxLength={20}
            value={code}
            fault={fault}
            onInput={(words) => {
              setFault(null);
              setCode(words);
            }}
          />
        </View>
        {away && (
          <View className="space-above-4">
            <Notice tone="wait">{away}</Notice>
          </View>
        )}
        {!needsPhone && (
          <Text className="secondary block space-above-5">
            没有邀请码也不要紧：手机号确认过了，名册上写了这个号码，身份就在“我”里。
          </Text>
        )}
      </View>
      <ActionBar>
        {needsPhone && (read.success || !code.trim()) ? (
          <PhoneButton
            busy={saying}
            onCode={read.success ? take : showPhone}
            onRefused={(offline) => (offline ? failed(offline) : setAway('没有确认手机号，还没领到。'))}
          >
            {read.success ? '用微信手机号确认，领身份' : '用微信手机号确认'}
          </PhoneButton>
        ) : (
          <Button grow busy={saying} onPress={() => take()}>
            领身份
          </Button>
        )}
      </ActionBar>
    </>
  );
}

/** What came; all of them when the first reply was lost and this is the second. */
function newOf(before: SaidRole[], now: SaidRole[]): SaidRole[] {
  const fresh = freshOf(before, now);
  return fresh.length ? fresh : now;
}

function freshOf(before: SaidRole[], now: SaidRole[]): SaidRole[] {
  return now.filter(({ is, id }) => !before.some((held) => held.is === is && held.id === id));
}

function Taken({ roles }: { roles: SaidRole[] }) {
  const kind = useCountyKind();
  return (
    <>
      <View className="main center">
        <Done title="领到了" />
        <Text className="secondary block">您现在是</Text>
        <Card flush className="space-above-4 left">
          {roles.map(({ role, of }) => (
            <Cell key={`${role} ${of}`} icon="check-circle" title={role} sub={of ?? `全${kind}`} />
          ))}
        </Card>
      </View>
      <ActionBar clear>
        <Button grow onPress={() => Taro.switchTab({ url: '/pages/me/index' })}>
          去看看能做什么
        </Button>
      </ActionBar>
    </>
  );
}
