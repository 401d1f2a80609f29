/** What the clock starts. */
export { forgetSessions } from './forget-sessions';
export { linkAudit } from './link-audit';
