import * as contract from '../../shared/identity/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { acceptInvitation } from './accept-invitation';
import { collectQrSignIn } from './collect-qr-sign-in';
import { confirmQrSignIn } from './confirm-qr-sign-in';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { forgetSessions } from './forget-sessions';
import { grant } from './grant';
import { invite } from './invite';
import { me } from './me';
import { memberships } from './memberships';
import { openQrSignIn } from './open-qr-sign-in';
import { qrSignInPage } from './qr-sign-in-page';
import { renew } from './renew';
import { sessions } from './sessions';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { verifyPhone } from './verify-phone';
import { formers } from './version-1';
import { withdraw } from './withdraw';

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      signIn,
      renew,
      signOut,
      sessions,
      endSession,
      endOtherSessions,
      me,
      verifyPhone,
      memberships,
      grant,
      withdraw,
      invite,
      acceptInvitation,
      openQrSignIn,
      confirmQrSignIn,
      collectQrSignIn,
    },
    formers,
  ),
  schedules: {
    'forget-sessions': { every: { hours: 24 }, run: forgetSessions },
  },
  pages: { d: qrSignInPage },
};
