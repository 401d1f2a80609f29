import { Hono } from 'hono';
import { wechatApi } from './wechat-stand-in/api';
import { standInControl } from './wechat-stand-in/control';
import { type Push, pushEvent, verdictEvent } from './wechat-stand-in/push';
import {
  createWorld,
  type PictureCheck,
  type PictureVerdict,
  type SentMessage,
  type StandInPerson,
} from './wechat-stand-in/world';

/** WeChat waits a little, and sends again what the server did not take. */
const AGAIN_MS = [500, 1_000, 5_000, 5_000];

type Options = {
  people: readonly StandInPerson[];
  appid: string;
  secret: string;
  now: () => Date;
  /** How long after a visit a text can be checked; WeChat's two hours unless said. */
  visitLastsMs?: number;
  /** Where the verdicts on pictures go; nowhere unless said. */
  push?: Push;
  /** Verdicts come by themselves soon after they were asked for, as `faults` say; otherwise only by `POST picture-checks`. */
  pushes?: boolean;
};

/**
 * WeChat where there is none: `/stand-in/wechat/…` speaks as api.weixin.qq.com does (`WECHAT_BASE_URL` is the origin +
 * `/stand-in/wechat`), `/stand-in/login` and its neighbours do what a person does on the phone. Nothing outlives the process.
 * Mount `app` at `/`; under @hono/node-server, because "away" breaks the connection.
 */
export function wechatStandIn({
  people,
  appid,
  secret,
  now,
  visitLastsMs = 2 * 3_600_000,
  push,
  pushes = false,
}: Options): {
  app: Hono;
  messages: readonly SentMessage[];
} {
  const world = createWorld(people, now);
  const tell = async (check: PictureCheck, suggest: PictureVerdict) => {
    const status = push ? await pushEvent(push, await verdictEvent(check, suggest, appid, now()), appid, now()) : 0;
    const at = world.pictureChecks.indexOf(check);
    if (status === 200 && at >= 0) world.pictureChecks.splice(at, 1);
    return status;
  };
  const onPicture = (check: PictureCheck) => {
    if (pushes) void tellInTime(check);
  };
  async function tellInTime(check: PictureCheck): Promise<void> {
    const { pictureVerdict, pictureEvents } = world.faults;
    if (pictureEvents === 'late' || pictureEvents === 'never') return;
    for (let time = pictureEvents === 'twice' ? 2 : 1; time > 0; time -= 1)
      for (const pause of AGAIN_MS) {
        await new Promise<void>((wake) => setTimeout(wake, pause).unref());
        if ((await tell(check, pictureVerdict)) === 200) break;
      }
  }
  const app = new Hono();
  app.route('/stand-in/wechat', wechatApi(world, { appid, secret, visitLastsMs, onPicture }));
  app.route('/stand-in', standInControl(world, tell));
  return { app, messages: world.messages };
}
