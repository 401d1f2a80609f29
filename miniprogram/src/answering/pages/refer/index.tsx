import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { departments as departmentsProcedure } from '../../../../../shared/directory/contract';
import { departmentLabel } from '../../../../../shared/kernel/names';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { follow, type RequestPage, refer } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { sayUnsent } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { useForm } from '../../../platform/useForm';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { SeeTable } from '../../../ui/SeeTable';
import { Skeleton } from '../../../ui/Skeleton';
import { WordArea } from '../../../ui/WordArea';
import '../../../ui/swap.scss';
import './index.scss';

/** The deputy does not know: the station finds out. */
const ANY = 'any';
/** With more than these one looks for a name. */
const AT_A_GLANCE = 8;

/** 请站里转部门: a deputy does not handle a matter, so whose it is they say, or leave it to the station. */
export default function Refer() {
  const { id = '' } = useRouter().params;
  const request = useCall(follow, { id });
  const all = useCall(departmentsProcedure, {});
  const error = request.error ?? all.error;
  const retry = () => {
    void request.refetch();
    void all.refetch();
  };
  return (
    <Page>
      <NavBar title="请站里转部门" back />
      {error && (!request.data || !all.data) && <ProblemPage error={error} onRetry={retry} />}
      {!error && (!request.data || !all.data) && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {request.data && all.data && <Form request={request.data} departments={all.data.departments} />}
    </Page>
  );
}

type Departments = Reply<typeof departmentsProcedure>['departments'];
type FormProps = { request: RequestPage; departments: Departments };

function Form({ request, departments }: FormProps) {
  const { id, title, clock, may } = request;
  const form = useForm<{ to: string | null; words: string }>(
    `refer.${id}`,
    { to: null, words: '' },
    { refreshes: ['requests', 'notifications'] },
  );
  const { words } = form.value;
  const [pressed, setPressed] = useState(false);
  // Which was chosen another day may be no more.
  const chosen = departments.find((one) => one.id === form.value.to);
  const to = form.value.to === ANY ? ANY : (chosen?.id ?? null);
  const why = to === null ? '先选归谁管。说不准，也可以请站里定。' : null;
  const mayRefer = may.includes('refer');
  const send = () => {
    setPressed(true);
    if (to === null) return;
    const which = to === ANY ? {} : { departmentId: to };
    const said = words.trim();
    void form.send(refer, { id, ...which, ...(said ? { words: said } : {}) }, backToMatter);
  };
  return (
    <>
      <View className="main">
        <Text className="title said space-above-2" {...ownDirection}>
          {title}
        </Text>
        <Text className="secondary block space-above-1">{`日子接着走，最晚 ${sayDay(clock.dueOn)}答复居民。`}</Text>
        <Text className="heading space-above-5">归谁管</Text>
        <WhoseItIs departments={departments} value={to} onChoose={(next) => form.change({ to: next })} />
        <View className="row space-above-5">
          <Text className="heading">想请它做什么</Text>
          <Text className="note">可不写，居民也看得到</Text>
        </View>
        <View className="space-above-3">
          <WordArea
            short
            label="想请它做什么"
            placeholder="比如：先查水，再说哪天接上自来水"
            maxLength={LENGTHS.wish[1]}
            value={words}
            saved
            fault={form.error && sayUnsent(form.error)}
            onInput={(next) => form.change({ words: next })}
          />
        </View>
        <Text className="heading space-above-5">谁能看到</Text>
        <View className="space-above-3">
          <SeeTable
            rows={[
              { who: '联络站', matter: true, name: hasName(request), phone: false },
              { who: chosen ? departmentLabel(chosen.name) : '部门', matter: true, name: false, phone: false },
            ]}
          />
        </View>
      </View>
      <ActionBar why={pressed ? why : null}>
        <Button grow icon="swap" busy={form.isPending && '正在转…'} disabled={!mayRefer} onPress={send}>
          {mayRefer ? '请联络站转' : '这件事现在不用您转'}
        </Button>
      </ActionBar>
    </>
  );
}

/** Null where none was written; kept from the deputy it is there. */
function hasName({ name, nameFor }: RequestPage): boolean | null {
  return name || nameFor === 'station' ? true : null;
}

type WhoseProps = { departments: Departments; value: string | null; onChoose: (value: string) => void };

/** Departments in the order of the roll; who types sees those it fits, and always the one they chose. */
function WhoseItIs({ departments, value, onChoose }: WhoseProps) {
  const [typed, setTyped] = useState('');
  const looked = typed.trim();
  const shown = departments.filter(
    ({ id, name, duties }) => id === value || name.includes(looked) || duties.includes(looked),
  );
  return (
    <>
      {departments.length > AT_A_GLANCE && (
        <View className="space-above-3">
          <SearchBox value={typed} placeholder="找部门：名字，或管什么" onInput={setTyped} />
        </View>
      )}
      <View className="space-above-3">
        <Choice
          label="归谁管"
          options={[
            ...shown.map(({ id, name, duties }) => ({ value: id, words: name, note: duties || undefined })),
            { value: ANY, words: '说不准，请站里定' },
          ]}
          value={value}
          onChoose={onChoose}
        />
      </View>
    </>
  );
}

/** The deputy still sees it, and who has it now. */
async function backToMatter(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: '/pages/mine/index' });
}
