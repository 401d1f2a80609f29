import type { Agent } from 'node:http';
import type { Config } from './config';
import { chinesePhone } from './phones';
import { SmsError, smsFaultOf } from './sms/errors';

type SmsSettings = NonNullable<Config['sms']> & {
  /** For one message, the connection included. */
  timeoutMs: number;
};

type Template = keyof SmsSettings['templates'];

export type Sms = {
  /** Whether a template of this kind was set up. */
  has(template: Template): boolean;
  /**
   * Hands one message to Tencent Cloud, once: nothing is repeated here. `phone` is `+86…`, `params` what stands in the template's places.
   * @throws SmsError and nothing else
   */
  send(message: { phone: string; template: Template; params: readonly string[] }): Promise<void>;
};

/** Tencent has one region for short messages on the mainland that every account may use. */
const REGION = 'ap-guangzhou';

type Answer = { SendStatusSet?: { Code?: string }[] };

/** A client of Tencent Cloud's SendSms. Its SDK loads with the first message. */
export function openSms({ baseUrl, secretId, secretKey, appId, sign, templates, timeoutMs }: SmsSettings): Sms {
  const { protocol, host, pathname } = new URL(baseUrl);
  const endpoint = `${host}${pathname.replace(/\/$/, '')}`;
  return {
    has: (template) => templates[template] !== null,
    async send({ phone, template, params }) {
      const TemplateId = templates[template];
      if (TemplateId === null) throw new SmsError('settings');
      // A template of the mainland goes to numbers of the mainland alone.
      if (!chinesePhone(phone)) throw new SmsError('number');
      const { Client } = await import('./sms/sdk');
      const line = await openLine(protocol);
      const httpProfile = { protocol: `${protocol}//`, endpoint, reqTimeout: timeoutMs / 1_000, agent: line.agent };
      const client = new Client({ credential: { secretId, secretKey }, region: REGION, profile: { httpProfile } });
      const asked = {
        PhoneNumberSet: [phone],
        SmsSdkAppId: appId,
        SignName: sign,
        TemplateId,
        TemplateParamSet: [...params],
      };
      // What the SDK throws may quote the number.
      const answer = await client.SendSms(asked).catch((error: unknown) => {
        throw faultOf(error, line.wasOpen());
      });
      const code = (answer as Answer).SendStatusSet?.[0]?.Code;
      if (code === undefined) throw new SmsError('unsure');
      if (code !== 'Ok') throw new SmsError(smsFaultOf(code), code);
    },
  };
}

/** What the SDK makes of an answer that is none. */
type Thrown = { code?: unknown; httpCode?: unknown };

/** Before the line was open nothing can have arrived; then only what Tencent says, or a door that was shut, is sure. */
function faultOf(error: unknown, wasOpen: boolean): SmsError {
  const { code, httpCode } = (error ?? {}) as Thrown;
  if (!wasOpen) return new SmsError('away');
  if (httpCode === 429 || httpCode === 503) return new SmsError('away', String(httpCode));
  return typeof code === 'string' && code ? new SmsError(smsFaultOf(code), code) : new SmsError('unsure');
}

/** A connection of its own, that says whether it ever was open. With one the SDK also leaves `http_proxy` of the environment alone. */
async function openLine(protocol: string): Promise<{ agent: Agent; wasOpen(): boolean }> {
  const secure = protocol === 'https:';
  const agent: Agent = secure ? new (await import('node:https')).Agent() : new (await import('node:http')).Agent();
  let open = false;
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...asked) => {
    const socket = connect(...asked);
    socket?.once(secure ? 'secureConnect' : 'connect', () => {
      open = true;
    });
    return socket;
  };
  return { agent, wasOpen: () => open };
}
