import { View } from '@tarojs/components';
import { useState } from 'react';
import { correctContact, type RequestPage } from '../../../../shared/requests/contract';
import { CONTACT_WORDS } from '../../../../shared/requests/words';
import { faultAt, sayFault } from '../../platform/faults';
import { useForm } from '../../platform/useForm';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { phoneFault } from './form';

/** Whether the one it was entered for has confirmed, and the phone put right until then. After a "not mine" nothing is more urgent. */
export function Contact({ request }: { request: RequestPage }) {
  const { contact, may } = request;
  const [open, setOpen] = useState(false);
  if (!contact || !may.includes('correctContact')) return null;
  const declined = contact === 'declined';
  if (open) return <Form request={request} onDone={() => setOpen(false)} />;
  return (
    <View className="space-above-3">
      <Notice tone={declined ? 'wait' : 'info'} icon="phone">
        {CONTACT_WORDS[contact]}
      </Notice>
      <View className="row space-above-2">
        <Button kind={declined ? 'main' : 'text'} grow={declined} icon="pen" onPress={() => setOpen(true)}>
          {contact === 'none' ? '补上电话' : '改电话'}
        </Button>
      </View>
    </View>
  );
}

function Form({ request: { id, contact }, onDone }: { request: RequestPage; onDone: () => void }) {
  const form = useForm(`contact.${id}`, { phone: '' }, { refreshes: ['requests'] });
  const [pressed, setPressed] = useState(false);
  const { phone } = form.value;
  const fault = phone.trim() ? phoneFault(phone) : '先写手机号。';
  const send = (given?: string) => form.send(correctContact, { id, phone: given }, onDone);
  return (
    <Card className="space-above-3">
      <Field
        label="他的手机号"
        placeholder="11 位数字"
        kind="number"
        maxLength={20}
        value={phone}
        fault={pressed ? fault : faultAt(form.error, 'phone')}
        onInput={(words) => form.change({ phone: words })}
      />
      <View className="space-above-2">
        <Notice tone="plain">请念给他听一遍。他用微信确认这个号，我们问他是不是他的事，他说是，才看得到。</Notice>
      </View>
      {form.error && !faultAt(form.error, 'phone') && (
        <View className="space-above-2">
          <Notice tone="wait">{sayFault(form.error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button kind="line" disabled={form.isPending} onPress={onDone}>
          先不改
        </Button>
        <Button
          grow
          busy={form.isPending && '正在送…'}
          onPress={() => {
            setPressed(true);
            if (!fault) void send(phone);
          }}
        >
          就用这个号
        </Button>
      </View>
      {contact === 'unconfirmed' && (
        <View className="row space-above-2">
          <Button kind="text" disabled={form.isPending} onPress={() => void send()}>
            不留电话
          </Button>
        </View>
      )}
    </Card>
  );
}
