import { departments, stations } from '../../../../../shared/directory/contract';
import { grant } from '../../../../../shared/identity/contract';
import { NAME } from '../../../../../shared/kernel/text';
import { faultAt } from '../../../platform/faults';
import { useCall } from '../../../platform/query';
import { useForm } from '../../../platform/useForm';
import { Field } from '../../../ui/Field';
import { DeputyPick } from '../../ui/DeputyPick';
import { Dialog } from '../../ui/Dialog';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/Toast';
import { type Village, VillagePick } from '../../ui/VillagePick';
import { type OfficeRole, ROLE_NOTES, ROLE_WORDS } from './roles';

const NOBODY = {
  name: '',
  phone: '',
  reason: '',
  stationId: '',
  village: null as Village | null,
  deputyId: null as string | null,
  departmentId: '',
};

/** Names somebody. With a phone they hold the role at once; without one an invitation code brings them in. */
export function GrantDialog({ role, onClose }: { role: OfficeRole; onClose: () => void }) {
  const form = useForm(`grant.${role}`, NOBODY, { refreshes: ['identity'] });
  const all = useCall(stations, {}, { enabled: role === 'clerk' }).data?.stations ?? [];
  const offices = useCall(departments, {}, { enabled: role === 'department' }).data?.departments ?? [];
  const { name, phone, reason, stationId, village, deputyId, departmentId } = form.value;
  const place = {
    clerk: { stationId },
    supervisor: { village: village?.code },
    deputy: { deputyId },
    department: { departmentId },
    admin: {},
  }[role];
  const placed = Object.values(place).every(Boolean);
  const why = !name.trim()
    ? '先填名字。'
    : !placed
      ? '先选是哪里的。'
      : lacksReason(reason)
        ? '写一句为什么给。'
        : null;
  const fault = (path: string) => faultAt(form.error, path);
  const send = () => {
    const given = phone.trim() ? { phone } : {};
    form.send(grant, { role, name, reason, ...given, ...(place as Record<string, string>) }, () => {
      toast(phone.trim() ? `${name}有身份了` : `${name}加上了，再给他做一个邀请码`);
      onClose();
    });
  };
  return (
    <Dialog
      title={`加一位：${ROLE_WORDS[role]}`}
      sub={ROLE_NOTES[role]}
      main="给这个身份"
      busy={form.isPending && '正在送…'}
      why={why}
      error={form.error}
      foot="谁给的、为什么，都会记下来。"
      onClose={onClose}
      onMain={send}
    >
      <div className="form-column">
        <Field
          label="名字"
          maxLength={NAME[1]}
          value={name}
          fault={fault('name')}
          onInput={(next) => form.change({ name: next })}
        />
        <Field
          label="手机号（可不填）"
          placeholder="微信里确认过的号码"
          maxLength={20}
          value={phone}
          fault={fault('phone')}
          onInput={(next) => form.change({ phone: next })}
        />
        {role === 'clerk' && (
          <Select
            label="哪个联络站"
            empty="请选"
            value={stationId}
            options={all.map((station) => ({ value: station.id, words: station.name }))}
            fault={fault('stationId')}
            onChoose={(next) => form.change({ stationId: next })}
          />
        )}
        {role === 'department' && (
          <Select
            label="哪个部门"
            empty="请选"
            value={departmentId}
            options={offices.map(({ id, name: words }) => ({ value: id, words }))}
            fault={fault('departmentId')}
            onChoose={(next) => form.change({ departmentId: next })}
          />
        )}
        {role === 'supervisor' && (
          <VillagePick
            label="哪个村"
            value={village}
            fault={fault('village')}
            onChoose={(next) => form.change({ village: next })}
          />
        )}
        {role === 'deputy' && (
          <DeputyPick value={deputyId} fault={fault('deputyId')} onChoose={(next) => form.change({ deputyId: next })} />
        )}
        <ReasonField
          label="为什么给"
          placeholder="比如：刚调来，接这件事"
          value={reason}
          error={form.error}
          onInput={(next) => form.change({ reason: next })}
        />
      </div>
    </Dialog>
  );
}
