import * as contract from '../../shared/identity/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { acceptInvitation } from './accept-invitation';
import { collectDesk } from './collect-desk';
import { confirmDesk } from './confirm-desk';
import { deskPage } from './desk-page';
import { forgetSessions } from './forget-sessions';
import { grant } from './grant';
import { invite } from './invite';
import { me } from './me';
import { memberships } from './memberships';
import { openDesk } from './open-desk';
import { renew } from './renew';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { verifyPhone } from './verify-phone';
import { withdraw } from './withdraw';

export const plug: Plug = {
  procedures: bindAll(contract, {
    signIn,
    renew,
    signOut,
    me,
    verifyPhone,
    memberships,
    grant,
    withdraw,
    invite,
    acceptInvitation,
    openDesk,
    confirmDesk,
    collectDesk,
  }),
  schedules: {
    'forget-sessions': { every: { hours: 24 }, run: forgetSessions },
  },
  pages: { d: deskPage },
};
