import type { myCode as contract } from '../../shared/directory/contract';
import { sceneOf } from '../../shared/directory/rules';
import { ensure } from '../../shared/kernel/problems';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectCodeOfDeputy } from './queries';

/** The page a deputy's code opens. */
export const CODE_PAGE = 'directory/pages/code/index';
const WIDTH = 430;

/** The deputy's own mini-program code, drawn by WeChat. @throws WeChatError when WeChat is away */
export async function myCode(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_found');
  const row = await call.read((tx) => selectCodeOfDeputy(tx, call.jurisdiction, deputyId));
  ensure(row, 'not_found');
  const scene = sceneOf(call.jurisdiction, row.code);
  const { wechat, config } = call.services;
  const png = await wechat.unlimitedCode({
    scene,
    page: CODE_PAGE,
    width: WIDTH,
    envVersion: config.wechat.envVersion,
  });
  return { scene, png: Buffer.from(png).toString('base64') };
}
