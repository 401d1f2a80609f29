import type { Reply } from '../../shared/kernel/procedure';
import { type templates as contract, TEMPLATES } from '../../shared/notifications/contract';
import type { Call } from '../platform/call';
import { given } from '../platform/config';

export async function templates(call: Call): Promise<Reply<typeof contract>> {
  const ids = given(call.services.config.wechat.templates);
  return { templates: TEMPLATES.map((template) => ({ template, templateId: ids[template] })) };
}
