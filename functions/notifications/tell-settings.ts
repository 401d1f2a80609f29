import { SETTING_TOLD, type SettingTold } from '../directory/public';
import { clerksOfStation } from '../identity/public';
import type { Call } from '../platform/call';
import { drainTopic } from '../platform/schedules';
import { type NotificationKind, notify } from './public';

const KIND: NotificationKind = { name: 'setting', template: 'received', page: () => 'pages/me/index' };

const SAID: Record<SettingTold['what'], { title: string; body: (setting: string) => string }> = {
  proposed: { title: '有一条规矩等您定', body: (setting) => `${setting}。请在电脑的工作台上看“规矩”。` },
  confirmed: { title: '您提的规矩，同事同意了', body: (setting) => `${setting}，从现在起照新的办。` },
  declined: { title: '您提的规矩，同事没同意', body: (setting) => `${setting}。为什么，请在电脑的工作台上看“规矩”。` },
};

/** Tells the office that a change of a setting waits for one of them, and whoever proposed it what became of it. */
export async function tellSettings(call: Call): Promise<void> {
  const { jurisdiction, now } = call;
  await drainTopic<SettingTold>(call, SETTING_TOLD, ({ what, setting, by }) =>
    call.write(async (tx) => {
      const office = await clerksOfStation(tx, jurisdiction, null);
      const personIds = what === 'proposed' ? office.filter((one) => one !== by) : office.filter((one) => one === by);
      const { title, body } = SAID[what];
      for (const personId of personIds)
        await notify(tx, { jurisdiction, personId, kind: KIND, subject: null, title, body: body(setting), now });
    }),
  );
}
