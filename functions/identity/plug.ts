import * as contract from '../../shared/identity/contract';
import { bindAll } from '../platform/http';
import { loadedByCall } from '../platform/lazily';
import type { Plug } from '../platform/plug';
import { me } from './me';
import { renew } from './renew';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { verifyPhone } from './verify-phone';
import { formers } from './version-1';

const seldom = loadedByCall(
  {
    auditLog: true,
    checkAudit: true,
    memberships: true,
    myDepartments: true,
    grant: true,
    withdraw: true,
    invite: true,
    acceptInvitation: true,
    openQrSignIn: true,
    confirmQrSignIn: true,
    collectQrSignIn: true,
    ownData: true,
    correctName: true,
    eraseOwnData: true,
    secondFactor: true,
    beginSecondFactor: true,
    confirmSecondFactor: true,
    giveSecondFactor: true,
    makeBackupCodes: true,
    renewSecondFactor: true,
    resetSecondFactor: true,
    sessions: true,
    endSession: true,
    endOtherSessions: true,
  },
  () => import('./seldom'),
);

/** For who came without WeChat. */
const pages = loadedByCall({ qrSignInPage: true }, () => import('./qr-sign-in-page'));

/** The api, which reads this file too, never runs them. */
const clock = loadedByCall({ forgetSessions: true, linkAudit: true }, () => import('./clock'));

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      signIn,
      renew,
      signOut,
      me,
      verifyPhone,
      ...seldom,
    },
    formers,
  ),
  office: () => import('../../shared/identity/contract/office'),
  ownData: () => import('./owned'),
  settings: () => import('./settings-explained'),
  schedules: {
    'forget-sessions': { every: { hours: 24 }, run: clock.forgetSessions },
    'link-audit': { every: { minutes: 1 }, run: clock.linkAudit },
  },
  pages: { d: pages.qrSignInPage },
};
