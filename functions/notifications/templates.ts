import type { Reply } from '../../shared/kernel/procedure';
import { type templates as contract, TEMPLATES } from '../../shared/notifications/contract';
import type { Call } from '../platform/call';

export async function templates(call: Call): Promise<Reply<typeof contract>> {
  const ids = call.services.config.wechat.templates;
  return { templates: TEMPLATES.map((template) => ({ template, templateId: ids[template] })) };
}
