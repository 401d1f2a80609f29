import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { accept, show as showAssignment, part as showPart } from '../../../../shared/assignments/contract';
import { isWaitingForParts } from '../../../../shared/assignments/part/words';
import { decline, mark, sign, submit, unsign, withdraw } from '../../../../shared/suggestions/contract';
import type { Act } from '../../../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { ASKED, isIn, PRIVATE } from '../../../../shared/suggestions/states';
import { useAct } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Sure } from '../../ui/Sure';
import { OwnPart } from '../../ui/Together';
import { ActForm } from './ActForm';
import { FORMS, type FormAct } from './forms';
import './Acts.css';

const REFRESHES = ['suggestions', 'assignments', 'notifications'];

/** Which form is open, and opens it. */
export type Opening = [FormAct | null, (act: FormAct | null) => void];
/** `apart`: what has a place of its own on the page, and no button here. */
type Props = { suggestion: Suggestion; opening?: Opening; apart?: FormAct };

/** What a reader can do with it now, and the form of what they chose. */
export function Acts({ suggestion, opening, apart }: Props) {
  const { id, version, textVersion, may, assignmentId, contacted, state } = suggestion;
  const assignment = useCall(showAssignment, { id: assignmentId ?? '' }, { enabled: assignmentId !== null }).data;
  const partId = suggestion.partId ?? null;
  const part = useCall(showPart, { id: partId ?? '' }, { enabled: partId !== null }).data;
  const own = useState<FormAct | null>(null);
  const [open, setOpen] = opening ?? own;
  const [sure, setSure] = useState<'submit' | 'withdraw' | null>(null);
  const signing = useAct(sign, REFRESHES);
  const declining = useAct(decline, REFRESHES);
  const unsigning = useAct(unsign, REFRESHES);
  const submitting = useAct(submit, REFRESHES);
  const withdrawing = useAct(withdraw, REFRESHES);
  const marking = useAct(mark, REFRESHES);
  const accepting = useAct(accept, REFRESHES);
  const all = [signing, declining, unsigning, submitting, withdrawing, marking, accepting];
  const busy = all.some(({ isPending }) => isPending);
  const error = all.find((one) => one.error)?.error;
  const step = { id, version };
  const held = assignmentId && assignment ? { id: assignmentId, version: assignment.version } : null;
  const mayGive = part !== undefined && (part.acts.includes('give') || part.acts.includes('change'));
  const forms = formsOf(may, assignment?.acts ?? [], contacted).filter((act) => act !== apart);
  if (open && (forms.includes(open) || (open === 'opinion' && mayGive)))
    return (
      <>
        {open === 'reply' && <Asked suggestion={suggestion} />}
        <ActForm
          suggestion={suggestion}
          assignment={assignment ?? null}
          part={part ?? null}
          act={open}
          onDone={() => setOpen(null)}
        />
      </>
    );
  // What was being written stays in its form, for when it can be sent again.
  const overtaken = open !== null;
  const asked = isIn(state, PRIVATE) && suggestion.cosigners.some((one) => ASKED.includes(one.state));
  if (sure === 'submit')
    return (
      <Sure
        title="送人大办公室吗？"
        words={asked ? '还没签的代表就不算联名了。送出后文字不能再改。' : '送出后文字不能再改。'}
        no="再看看"
        yes="送出"
        busy={submitting.isPending && '正在送…'}
        onNo={() => setSure(null)}
        onYes={() => void submitting.send({ id, textVersion }, () => setSure(null))}
      />
    );
  if (sure === 'withdraw')
    return (
      <Sure
        title="撤回这件建议吗？"
        words="联名的代表会知道。撤回了不能再送，要重新写。"
        no="不撤"
        yes="撤回"
        busy={withdrawing.isPending && '正在撤…'}
        onNo={() => setSure(null)}
        onYes={() => void withdrawing.send({ id }, () => setSure(null))}
      />
    );
  const has = (act: Act) => may.includes(act);
  return (
    <View className="space-above-4">
      {has('sign') && (
        <Notice>签了，就是您也提了：公开时写您的名字，答了请您说说。送出前随时能撤，不签不告诉别人。</Notice>
      )}
      {assignment?.acts.includes('answer') && !contacted && (
        <Notice tone="wait">答复以前，要先跟代表说上话，记一笔。</Notice>
      )}
      {assignment?.acts.includes('return') && (
        <View className="space-above-2">
          <Notice>{`不归您这里管的，${sayDay(assignment.acceptBy)}前退回，写明为什么。`}</Notice>
        </View>
      )}
      {part && <OwnPart part={part} onWrite={mayGive ? () => setOpen('opinion') : undefined} />}
      {isWaitingForParts(assignment?.parts ?? []) && (
        <Notice tone="wait">还有部门没办完自己那一份，都办完了才能答复。</Notice>
      )}
      <Asked suggestion={suggestion} />
      {has('comment') && <Notice>您说的，领衔代表和人大办公室看得到，部门看不到。</Notice>}
      {has('rate') && <Notice>{`态度、结果分开评。评了部门才看到。${rateNote(suggestion)}`}</Notice>}
      {overtaken && (
        <View className="space-above-3">
          <Notice tone="wait">刚才有人动过这件建议，现在是这样了。</Notice>
        </View>
      )}
      {error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayFault(error)}</Notice>
        </View>
      )}
      <View className="acts row wrap space-above-3">
        {has('edit') && (
          <Button
            grow
            kind="line"
            icon="pen"
            onPress={() => Taro.navigateTo({ url: `/suggestions/pages/write/index?id=${id}` })}
          >
            接着写
          </Button>
        )}
        {has('submit') && (
          <Button grow disabled={busy} onPress={() => setSure('submit')}>
            送人大办公室
          </Button>
        )}
        {has('decline') && (
          <Button
            kind="line"
            busy={declining.isPending && '好…'}
            disabled={busy}
            onPress={() => void declining.send({ id }, () => void leave())}
          >
            先不签
          </Button>
        )}
        {has('sign') && (
          <Button
            grow
            busy={signing.isPending && '正在签…'}
            disabled={busy}
            onPress={() => void signing.send({ id, textVersion })}
          >
            我联名
          </Button>
        )}
        {has('unsign') && (
          <Button grow kind="line" busy={unsigning.isPending && '正在撤…'} onPress={() => void unsigning.send({ id })}>
            撤回联名
          </Button>
        )}
        {held && assignment?.acts.includes('accept') && (
          <Button
            grow
            busy={accepting.isPending && '正在收…'}
            disabled={busy}
            onPress={() => void accepting.send(held)}
          >
            收下来办
          </Button>
        )}
        {forms.map((act) => (
          <Button
            key={act}
            grow
            kind={'first' in FORMS[act] ? 'main' : 'line'}
            disabled={busy}
            onPress={() => setOpen(act)}
          >
            {FORMS[act].title}
          </Button>
        ))}
        {has('mark') && (
          <Button grow kind="line" disabled={busy} onPress={() => void marking.send({ ...step, on: true })}>
            列为重点督办
          </Button>
        )}
        {has('unmark') && (
          <Button grow kind="line" disabled={busy} onPress={() => void marking.send({ ...step, on: false })}>
            不列重点督办
          </Button>
        )}
        {has('withdraw') && (
          <Button grow kind="text" disabled={busy} onPress={() => setSure('withdraw')}>
            撤回
          </Button>
        )}
      </View>
    </View>
  );
}

/** What the department asked, and waits for. */
function Asked({ suggestion: { asked, departmentName, viewer } }: { suggestion: Suggestion }) {
  if (!asked) return null;
  const { what, until, words } = asked;
  const by = viewer === 'department' ? '您' : (departmentName ?? '部门');
  const said =
    what === 'question' ? `${by}问代表一句` : `${by}想延长${until ? `到 ${sayDay(until)}` : ''}，等人大办公室定`;
  return (
    <View className="space-above-2">
      <Notice tone="wait" icon="clock">
        <Text className="strong block">{said}</Text>
        <Text className="block said" {...ownDirection}>
          {words}
        </Text>
      </Notice>
    </View>
  );
}

function rateNote({ rateBy }: Suggestion): string {
  return rateBy ? `${sayDay(rateBy)}前没评，不算满意，也不算不满意。` : '';
}

/** Which forms there are, by what the table offers and what the department's assignment does. */
function formsOf(may: readonly Act[], ofAssignment: readonly string[], contacted: boolean): FormAct[] {
  // The office has an act of this name too.
  const ofDepartment = ofAssignment.map((act) => (act === 'extend' ? 'ask_days' : act));
  const offered: readonly string[] = [...may, ...ofDepartment.filter((act) => act !== 'answer' || contacted)];
  return (Object.keys(FORMS) as FormAct[]).filter((act) => offered.includes(act));
}

/** Who would not sign has nothing more to do here. */
async function leave(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
}
