import { View } from '@tarojs/components';
import { me as meProcedure } from '../../../../shared/identity/contract';
import { mine, opinions, waiting } from '../../../../shared/promises/contract';
import { STATES } from '../../../../shared/promises/states';
import { useCall } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Empty } from '../../ui/Empty';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { OpinionCard } from './OpinionCard';
import { PromiseCard } from './PromiseCard';

/** What waits for whoever looks, by who they are; the same on a phone and on a computer. */
export function AllOfMine() {
  const { data, error, refetch, dataUpdatedAt } = useCall(meProcedure, {});
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Loading />;
  const admin = data.roles.some(({ role }) => role === 'admin');
  const looks = admin || data.roles.some(({ role }) => role === 'clerk');
  const departments = (data.departments ?? []).length > 0;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {departments && <OfDepartment />}
      {looks && <ToLook admin={admin} />}
      {!departments && !looks && (
        <Empty help title="这里是部门和联络站用的" words={'您没有这样的身份。\n答应的事，在评议结果里都看得到。'} />
      )}
    </>
  );
}

function OfDepartment() {
  const asked = useCall(opinions, {});
  const promised = useCall(mine, {});
  const error = asked.error ?? promised.error;
  if (!asked.data || !promised.data)
    return error ? (
      <ProblemPage error={error} onRetry={() => Promise.all([asked.refetch(), promised.refetch()])} />
    ) : (
      <Loading />
    );
  const all = promised.data.promises;
  const open = all.filter(({ state }) => STATES[state].open);
  const kept = all.filter(({ state }) => !STATES[state].open);
  if (!asked.data.opinions.length && !all.length)
    return <Empty title="没有要答的意见" words={'人大办公室送来评议意见，\n就在这里答。'} />;
  return (
    <View className="main">
      {asked.data.opinions.length > 0 && (
        <Section title="评议意见" note={`${asked.data.opinions.length} 份`}>
          {asked.data.opinions.map((one) => (
            <OpinionCard key={one.id} opinion={one} />
          ))}
        </Section>
      )}
      {open.length > 0 && (
        <Section title="答应了，还没办完" note={`${open.length} 件`}>
          {open.map((one) => (
            <PromiseCard key={one.id} promise={one} />
          ))}
        </Section>
      )}
      {kept.length > 0 && (
        <Section title="已做到的" note={`${kept.length} 件`}>
          {kept.map((one) => (
            <PromiseCard key={one.id} promise={one} />
          ))}
        </Section>
      )}
    </View>
  );
}

function ToLook({ admin }: { admin: boolean }) {
  const { data, error, refetch } = useCall(waiting, {});
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Loading />;
  if (!data.promises.length)
    return admin ? (
      <Empty title="没有在改的事" words={'部门答应了什么，\n到日子就在这里。'} />
    ) : (
      <Empty title="没有要去看的事" words={'部门答应的日子到了，\n或者说做好了，就在这里。'} />
    );
  return (
    <View className="main">
      <Section title={admin ? '在改的事' : '到日子了，去看一看'} note={`${data.promises.length} 件`}>
        {data.promises.map((one) => (
          <PromiseCard key={one.id} promise={one} whose />
        ))}
      </Section>
    </View>
  );
}

function Loading() {
  return (
    <View className="main">
      <Skeleton cards={2} />
    </View>
  );
}
