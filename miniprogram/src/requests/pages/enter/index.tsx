import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type Me, me as meProcedure } from '../../../../../shared/identity/contract';
import { currentPlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { type Entered, EnterReceipt } from '../../components/EnterReceipt';
import { EnterSteps } from '../../components/EnterSteps';
import type { Villages } from '../../components/EnterWhom';
import { useEntering } from '../../components/useEntering';

/** 替人登记: for a neighbour or a visitor without a phone (代为登记). */
export default function Enter() {
  const { data: me, error, isPending, refetch } = useCall(meProcedure, {});
  const villages = me && villagesOf(me);
  if (me && villages) return <EnterAs key={me.id} villages={villages} />;
  return (
    <Page>
      <NavBar title="替人登记" back />
      {isPending && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {!me && error && <ProblemPage error={error} onRetry={() => refetch()} />}
      {me && (
        <Empty
          help
          title="这一页给登记的人用"
          words={'民主监督员和联络站的人\n替没有手机的人登记。\n您自己的事，可以直接说。'}
          action={{
            words: '说件事',
            icon: 'pen',
            onPress: () => Taro.redirectTo({ url: '/requests/pages/write/index' }),
          }}
        />
      )}
    </Page>
  );
}

/** Null for who may not enter for anybody. */
function villagesOf({ roles }: Me): Villages | null {
  const anywhere = roles.some(({ role }) => role === 'clerk' || role === 'admin');
  const own = roles.flatMap(({ role, village, villageName }) =>
    role === 'supervisor' && village ? [{ code: village, name: villageName ?? '' }] : [],
  );
  return anywhere || own.length ? { own, anywhere } : null;
}

/** Of several villages one may enter for, where one lives. */
function likely({ own }: Villages): string | undefined {
  return own.find(({ code }) => code === currentPlace()?.village)?.code;
}

function EnterAs({ villages }: { villages: Villages }) {
  const [only, more] = villages.own;
  // Where the person lives, or is of, is the likeliest; another is one tap away.
  const writing = useEntering(more ? likely(villages) : (only?.code ?? currentPlace()?.village));
  const [entered, setEntered] = useState<Entered | null>(null);
  if (entered) return <EnterReceipt entered={entered} onAgain={() => setEntered(null)} />;
  return (
    <EnterSteps
      writing={writing}
      villages={villages}
      onEntered={(receipt) => {
        const { name = '', contactPhone = '' } = writing.entering.input;
        setEntered({ receipt, name: name.trim(), withPhone: contactPhone.trim() !== '' });
      }}
    />
  );
}
