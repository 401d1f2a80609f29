import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { counts } from '../../../../shared/assignments/contract';
import { county as countyProcedure } from '../../../../shared/directory/contract';
import { type MyDepartment, myDepartments } from '../../../../shared/identity/contract';
import type { TextTo } from '../../../../shared/notifications/texts';
import { mine, opinions } from '../../../../shared/promises/contract';
import { STATES as OPINION_STATES } from '../../../../shared/promises/opinion/states';
import { STATES } from '../../../../shared/promises/states';
import { dial } from '../../platform/dial';
import { useCountyKind } from '../../platform/kind';
import { useCall } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { SaidOfDepartment } from './SaidOfDepartment';
import { sayText, TextTag, useTexts } from './TextTag';
import '../../ui/check.scss';

/** Each department one is of: how much waits for it, what it is for, who else is of it; the same on a phone and on a computer. */
export function MyDepartments({ onOpen, onAssigned }: { onOpen: () => void; onAssigned: () => void }) {
  const { data, error, isPending, refetch, dataUpdatedAt } = useCall(myDepartments, {});
  if (isPending)
    return (
      <View className="main">
        <Skeleton cards={2} />
      </View>
    );
  if (!data) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : null;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {!data.departments.length && (
        <Empty title="您现在不属于哪个部门" words={'部门撤了，或者身份收回了。\n不对的话，请问人大办公室。'} />
      )}
      {data.departments.map((department, index) => (
        <Department key={department.id} department={department} onOpen={onOpen}>
          {index === 0 && <Assigned onOpen={onAssigned} />}
        </Department>
      ))}
    </>
  );
}

/** What stations gave to all the departments one is of; said once, with the first. */
function Assigned({ onOpen }: { onOpen: () => void }) {
  const { boxes, late } = useCall(counts, {}).data ?? {};
  const owed = (boxes?.new ?? 0) + (boxes?.working ?? 0);
  return (
    <Cell
      icon="chat"
      title={owed ? `居民的事，${owed} 件等您` : '居民的事'}
      sub={late ? `超时 ${late} 件` : '联络站分来的，收不收、办得怎样'}
      onPress={onOpen}
    />
  );
}

type DepartmentProps = { department: MyDepartment; onOpen: () => void; children: ReactNode };

function Department({ department: { id, name, duties, people }, onOpen, children }: DepartmentProps) {
  const waits = useWaiting(id);
  const texts = useTexts();
  return (
    <View className="main columns">
      <View>
        <Card className="space-above-4">
          <Text className="title">{name}</Text>
          <Text className="secondary block space-above-1">
            {duties || '管什么还没写。请人大办公室在名册的“部门”表里补上，居民评议的时候看得到。'}
          </Text>
        </Card>
        <Card flush className="space-above-4">
          {children}
          <Cell
            icon="mine"
            title={waits ? `意见和要改的事，${waits} 件等着本部门` : '没有等着答的意见、要改的事'}
            sub="评议意见、答应的事，都在这里。"
            onPress={onOpen}
          />
        </Card>
        <SaidOfDepartment id={id} />
      </View>
      <Section title="本部门的人" note={`${people.length} 位`}>
        <Card flush>
          {people.map((person, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is shown whole
            <Colleague key={index} person={person} text={texts.get(person.membershipId ?? '')} />
          ))}
          <AskOffice />
        </Card>
      </Section>
    </View>
  );
}

type ColleagueProps = {
  person: MyDepartment['people'][number];
  /** The last short message, of whoever gets any. */
  text: TextTo['last'] | undefined;
};

function Colleague({ person: { name, joined, me }, text }: ColleagueProps) {
  const texted = !joined && text !== undefined;
  const joinedTag = joined ? (
    <Tag icon="check" tone="ok">
      用上了
    </Tag>
  ) : (
    <Tag icon="clock" tone="wait">
      还没来过
    </Tag>
  );
  return (
    <Cell
      icon="me"
      title={name ?? '没写名字'}
      sub={me ? '就是您' : texted ? sayText(text) : undefined}
      right={texted ? <TextTag last={text} /> : joinedTag}
    />
  );
}

/** How many opinions and promises of a department wait for it. */
function useWaiting(id: string): number {
  const asked = useCall(opinions, {}).data?.opinions ?? [];
  const promised = useCall(mine, {}).data?.promises ?? [];
  const isOf = ({ departmentId }: { departmentId: string }) => departmentId === id;
  return (
    asked.filter((one) => isOf(one) && OPINION_STATES[one.state].department).length +
    promised.filter((one) => isOf(one) && STATES[one.state].department).length
  );
}

/** Who keeps the list of a department's people. */
function AskOffice() {
  const kind = useCountyKind();
  const phone = useCall(countyProcedure, {}).data?.phone;
  if (!phone) return null;
  return <Cell icon="phone" title={`人换了、写错了，问${kind}人大`} sub={phone} onPress={() => dial(phone)} />;
}
