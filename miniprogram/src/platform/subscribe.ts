import Taro from '@tarojs/taro';
import type { Reply } from '../../../shared/kernel/procedure';
import type { SUBSCRIPTION_RESULTS, Template, templates } from '../../../shared/notifications/subscribing';

type Result = (typeof SUBSCRIPTION_RESULTS)[number];
type Known = Reply<typeof templates>['templates'];

export const canSubscribe = process.env.TARO_ENV === 'weapp';

/**
 * Asks for subscribe messages (订阅消息) of one of the templates that are `known`; WeChat shows its sheet only inside a tap.
 * @returns what was chosen; empty when WeChat could not ask
 */
export async function askToSubscribe(
  known: Known,
  wanted: Template,
): Promise<{ template: Template; result: Result }[]> {
  const asked = known.filter(({ template }) => template === wanted);
  try {
    const tmplIds = asked.map(({ templateId }) => templateId);
    const chosen = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown as Record<
      string,
      Result
    >;
    return asked.flatMap(({ template, templateId }) =>
      chosen[templateId] ? [{ template, result: chosen[templateId] }] : [],
    );
  } catch {
    return [];
  }
}
