import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RequestPage } from '../../../../shared/requests/contract';
import { CONTACT_WORDS } from '../../../../shared/requests/words';
import { faultAt, sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useContact } from './useContact';
import '../../ui/lock.scss';

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

function Form({ request, onDone }: { request: RequestPage; onDone: () => void }) {
  const { phone, write, fault, error, busy, send } = useContact(request);
  const [pressed, setPressed] = useState(false);
  return (
    <Card className="space-above-3">
      <Field
        label="他的手机号"
        placeholder="11 位数字"
        kind="number"
        maxLength={20}
        value={phone}
        fault={pressed ? fault : faultAt(error, 'phone')}
        onInput={write}
      />
      <View className="space-above-2">
        <Notice tone="plain" icon="lock">
          请念给他听一遍。他用微信确认这个号，我们问他是不是他的事，他说是，才看得到。
        </Notice>
      </View>
      {error && !faultAt(error, 'phone') && (
        <View className="space-above-2">
          <Notice tone="wait">{sayFault(error)}</Notice>
        </View>
      )}
      <View className="row wrap space-above-3">
        <Button kind="line" disabled={busy} onPress={onDone}>
          先不改
        </Button>
        <Button
          grow
          busy={busy && '正在送…'}
          onPress={() => {
            setPressed(true);
            if (!fault) void send(phone, onDone);
          }}
        >
          就用这个号
        </Button>
      </View>
      {request.contact === 'unconfirmed' && (
        <View className="row space-above-2">
          <Button kind="text" disabled={busy} onPress={() => void send(undefined, onDone)}>
            不留电话
          </Button>
        </View>
      )}
    </Card>
  );
}
