import type { AuditAction, AuditGroup } from '../kernel/audit';

/** Everything that is logged, in the words of whoever reads the log. */
export const AUDIT_ACTIONS: Record<AuditAction, { group: AuditGroup; words: string }> = {
  phone_seen: { group: 'phones', words: '看了居民的电话' },
  'requests.exportWorklist': { group: 'exports', words: '导出了事情' },
  'requests.exportDashboard': { group: 'exports', words: '导出了看板的表' },
  'suggestions.printYear': { group: 'exports', words: '做了一年建议的报告' },
  'promises.exportReports': { group: 'exports', words: '导出了年终承诺报告' },
  'identity.exportAudit': { group: 'exports', words: '导出了日志' },
  receipt_printed: { group: 'exports', words: '打印了回执' },
  board_printed: { group: 'exports', words: '打印了公开栏' },
  codes_printed: { group: 'exports', words: '打印了代表码' },
  workbook_taken: { group: 'exports', words: '取走了名册表格' },
  role_granted: { group: 'roles', words: '给了一个身份' },
  role_invited: { group: 'roles', words: '出了一个邀请码' },
  role_bound: { group: 'roles', words: '有人领了身份' },
  role_withdrawn: { group: 'roles', words: '收回了一个身份' },
  role_gave_way: { group: 'roles', words: '身份让给了换的手机' },
  role_granted_by_operator: { group: 'roles', words: '管机器的人给了人大办的身份' },
  role_withdrawn_by_operator: { group: 'roles', words: '管机器的人收回了人大办的身份' },
  desk_confirmed: { group: 'entry', words: '让一台电脑登录' },
  phone_verified: { group: 'entry', words: '确认了手机号' },
  invitation_guessed: { group: 'entry', words: '邀请码试错太多，没让进' },
  session_reused: { group: 'entry', words: '旧的登录被人再用，没让进' },
  request_entered: { group: 'matters', words: '替人登记了一件事' },
  contact_corrected: { group: 'matters', words: '改了登记的电话' },
  contact_linked: { group: 'matters', words: '本人认了替他登记的事' },
  contact_declined: { group: 'matters', words: '有人说登记的不是他的事' },
  request_reassigned: { group: 'matters', words: '换了代表' },
  request_merged: { group: 'matters', words: '把几件合成了一件' },
  request_unmerged: { group: 'matters', words: '拆开了合在一起的' },
  request_published: { group: 'matters', words: '登上了公开栏' },
  request_declined: { group: 'matters', words: '没登公开栏' },
  reports_kept: { group: 'matters', words: '答了举报，还登着' },
  reports_taken_down: { group: 'matters', words: '答了举报，从公开栏撤下' },
  approved: { group: 'matters', words: '看过文字、照片，可以给人看' },
  withheld: { group: 'matters', words: '看过文字、照片，不给人看' },
  'appraisals.open': { group: 'appraisals', words: '开了一次评议' },
  'appraisals.moveClose': { group: 'appraisals', words: '改了评议哪天结束' },
  'appraisals.sendOpinion': { group: 'appraisals', words: '发出了审议意见' },
  'voting.makeBook': { group: 'appraisals', words: '做了一本纸票' },
  'voting.takeBackSlip': { group: 'appraisals', words: '退回了一张录错的纸票' },
  'words.screens': { group: 'appraisals', words: '开了评议留言的审看' },
  'words.marked': { group: 'appraisals', words: '遮了留言里的字' },
  'words.released': { group: 'appraisals', words: '放行了一条留言' },
  'words.refused': { group: 'appraisals', words: '没放行一条留言' },
  'words.reopened': { group: 'appraisals', words: '重新看一条留言' },
  'words.handed_over': { group: 'appraisals', words: '转出了一条留言' },
  'words.published': { group: 'appraisals', words: '公布了留言' },
  workbook_checked: { group: 'county', words: '对了一遍名册表格' },
  workbook_imported: { group: 'county', words: '换了名册和县里的规矩' },
  'directory.importBoundaries': { group: 'county', words: '换了村的边界' },
  'directory.renewCode': { group: 'county', words: '换了代表的码' },
  county_added: { group: 'county', words: '开了这个县' },
  county_changed: { group: 'county', words: '改了这个县的地名、人大办' },
  county_renamed: { group: 'county', words: '改了地名' },
  county_recoded: { group: 'county', words: '换了区划代码' },
  county_retired: { group: 'county', words: '停了这个县' },
  county_restored: { group: 'county', words: '又开了这个县' },
  name_corrected: { group: 'own', words: '改了自己的名字' },
  own_data_erased: { group: 'own', words: '删了自己的资料' },
};

/** The actions of a group. */
export const actionsIn = (group: AuditGroup): AuditAction[] =>
  (Object.keys(AUDIT_ACTIONS) as AuditAction[]).filter((action) => AUDIT_ACTIONS[action].group === group);

/** In words; what a later release logged, or one long ago, by its name. */
export function sayAction(action: string): string {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as AuditAction].words : action;
}
