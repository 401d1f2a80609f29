/** Where each page of the console is. */
export const CONSOLE_PAGES = {
  worklist: '/console/requests/pages/worklist/index',
  dashboard: '/console/requests/pages/dashboard/index',
  assigned: '/console/requests/pages/assigned/index',
  enter: '/console/requests/pages/enter/index',
  board: '/console/requests/pages/board/index',
  prints: '/console/directory/pages/prints/index',
  appraisals: '/console/appraisals/pages/list/index',
  appraisal: '/console/appraisals/pages/appraisal/index',
  words: '/console/appraisals/pages/words/index',
  report: '/console/appraisals/pages/report/index',
  trial: '/console/appraisals/pages/try/index',
  promises: '/console/promises/pages/list/index',
  reports: '/console/promises/pages/reports/index',
  suggestions: '/console/suggestions/pages/list/index',
  suggestion: '/console/suggestions/pages/one/index',
  slips: '/console/appraisals/pages/slips/index',
  entry: '/console/appraisals/pages/entry/index',
  roster: '/console/directory/pages/roster/index',
  roles: '/console/identity/pages/roles/index',
  audit: '/console/identity/pages/audit/index',
  settings: '/console/directory/pages/settings/index',
  department: '/console/identity/pages/department/index',
  secondFactor: '/console/identity/pages/second-factor/index',
  signIn: '/console/identity/pages/sign-in/index',
} as const;

export type ConsolePage = keyof typeof CONSOLE_PAGES;
