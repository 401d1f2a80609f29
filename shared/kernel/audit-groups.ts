/** What the audit log (审计日志) is looked through by, in the order of the page. */
export const AUDIT_GROUPS = ['phones', 'exports', 'roles', 'entry', 'matters', 'appraisals', 'county', 'own'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];
