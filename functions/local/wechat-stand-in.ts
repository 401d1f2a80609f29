import { Hono } from 'hono';
import { wechatApi } from './wechat-stand-in/api';
import { standInControl } from './wechat-stand-in/control';
import { createWorld, type SentMessage, type StandInPerson } from './wechat-stand-in/world';

type Options = {
  people: readonly StandInPerson[];
  appid: string;
  secret: string;
  now: () => Date;
  /** How long after a visit a text can be checked; WeChat's two hours unless said. */
  visitLastsMs?: number;
};

/**
 * WeChat where there is none: `/stand-in/wechat/…` speaks as api.weixin.qq.com does (`WECHAT_BASE_URL` is the origin +
 * `/stand-in/wechat`), `/stand-in/login` and its neighbours do what a person does on the phone. Nothing outlives the process.
 * Mount `app` at `/`; under @hono/node-server, because "away" breaks the connection.
 */
export function wechatStandIn({ people, appid, secret, now, visitLastsMs = 2 * 3_600_000 }: Options): {
  app: Hono;
  messages: readonly SentMessage[];
} {
  const world = createWorld(people, now);
  const app = new Hono();
  app.route('/stand-in/wechat', wechatApi(world, { appid, secret, visitLastsMs }));
  app.route('/stand-in', standInControl(world));
  return { app, messages: world.messages };
}
