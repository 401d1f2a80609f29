/** What is done with roles and with computers: a day has few of these for thousands who sign in, and nobody who does waits for it to load. */
export { acceptInvitation } from './accept-invitation';
export { auditLog } from './audit-log';
export { checkAudit } from './check-audit';
export { collectQrSignIn } from './collect-qr-sign-in';
export { confirmQrSignIn } from './confirm-qr-sign-in';
export { correctName } from './correct-name';
export { eraseOwnData } from './erase-own-data';
export { grant } from './grant';
export { invite } from './invite';
export { memberships } from './memberships';
export { myDepartments } from './my-departments';
export { openQrSignIn } from './open-qr-sign-in';
export { ownData } from './own-data';
export { withdraw } from './withdraw';
