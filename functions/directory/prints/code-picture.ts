import { sceneOf } from '../../../shared/directory/rules';
import type { Services } from '../../platform/call';
import { rebuildPicture } from '../../platform/images';
import { WeChatError } from '../../platform/wechat/errors';
import { CODE_PAGE } from '../my-code';
import type { Format } from './codes-pdf';

/** How many pixels WeChat draws, so that a printer of 300 dots an inch has one for each of its own: 74, 40 and 39 mm. */
const WIDTHS: Record<Format, number> = { poster: 860, cards: 480, keys: 460 };

/** WeChat's code of a deputy, a PNG or a JPEG. @throws WeChatError also when what came can't be printed */
export async function codePicture(
  { wechat, config }: Pick<Services, 'wechat' | 'config'>,
  { jurisdiction, code, format }: { jurisdiction: string; code: string; format: Format },
): Promise<Buffer> {
  const bytes = await wechat.unlimitedCode({
    scene: sceneOf(jurisdiction, code),
    page: CODE_PAGE,
    width: WIDTHS[format],
    envVersion: config.wechat.envVersion,
  });
  const picture = rebuildPicture(bytes);
  if ('refused' in picture || picture.type === 'image/webp') throw new WeChatError('away');
  return Buffer.from(picture.bytes);
}
