import Taro from '@tarojs/taro';
import type { SUBSCRIPTION_RESULTS } from '../../../shared/notifications/contract';

type Result = (typeof SUBSCRIPTION_RESULTS)[number];

export const canSubscribe = process.env.TARO_ENV === 'weapp';

/**
 * Asks for subscribe messages (订阅消息); WeChat shows its sheet only inside a tap.
 * @returns what was chosen for each template id; empty when WeChat could not ask
 */
export async function askToSubscribe(templateIds: string[]): Promise<Record<string, Result>> {
  try {
    const chosen = (await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })) as unknown as Record<
      string,
      Result
    >;
    return Object.fromEntries(templateIds.flatMap((id) => (chosen[id] ? [[id, chosen[id]]] : [])));
  } catch {
    return {};
  }
}
