import { type KeyboardEvent, useEffect, useRef } from 'react';
import { proposeSetting, type Setting } from '../../../../../shared/directory/contract/office';
import { faultAt, sayFault } from '../../../platform/faults';
import { useForm } from '../../../platform/useForm';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { focusWhenDrawn } from '../../ui/focus';
import { Kbd } from '../../ui/Kbd';
import { ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { SettingFields } from './SettingFields';
import { FromTo } from './SettingValueText';
import { blankOf, lackOf, writtenValue } from './settings-form';

/** 正在改: what it is to be, and why; another person of the office agrees. Ctrl and Enter sends it, Esc leaves it as it is. */
export function SettingForm({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const form = useForm(`setting.${setting.name}`, blankOf(setting), { refreshes: ['directory'] });
  const box = useRef<HTMLElement>(null);
  useEffect(() => focusWhenDrawn(box.current, 'input,[role=tab][tabindex="0"]'), []);
  const value = writtenValue(setting, form.value);
  const why = lackOf(setting, form.value);
  const send = () => {
    if (!value || why || form.isPending) return;
    form.send(proposeSetting, { setting: setting.name, value, reason: form.value.reason }, () => {
      toast('送出去了，等另一个人点');
      onClose();
    });
  };
  const cancel = () => {
    form.drop();
    onClose();
  };
  // On the way down, because the fields of Taro keep what they hear to themselves.
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={box} className="form-column" aria-label={`改：${setting.title}`} onKeyDownCapture={hear}>
      {setting.kind !== 'calendar' && <FromTo from={setting.value} to={value} />}
      <SettingFields
        setting={setting}
        written={form.value}
        fault={faultAt(form.error, `value.${setting.kind}`)}
        onChange={form.change}
      />
      <ReasonField
        label="为什么改"
        placeholder="比如：主任会议定的，写上哪天、第几次"
        value={form.value.reason}
        error={form.error}
        onInput={(reason) => form.change({ reason })}
      />
      {form.error && <Notice tone="late">{sayFault(form.error)}</Notice>}
      <p className="note">{why ?? '另一个人同意以后，从那时起按新的，一分钟内到处都是新的。'}</p>
      <div className="row wrap">
        <Button busy={form.isPending && '正在送…'} disabled={why !== null} onPress={send}>
          送给另一个人点 <Kbd>Ctrl ↵</Kbd>
        </Button>
        <Button kind="line" onPress={cancel}>
          算了 <Kbd>Esc</Kbd>
        </Button>
      </div>
    </section>
  );
}
