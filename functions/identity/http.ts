import * as contract from '../../shared/identity/contract';
import type { Page } from '../platform/html';
import { bind } from '../platform/http';
import { acceptInvitation } from './accept-invitation';
import { collectDesk } from './collect-desk';
import { confirmDesk } from './confirm-desk';
import { deskPage } from './desk-page';
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

export const http = [
  bind(contract.signIn, signIn),
  bind(contract.renew, renew),
  bind(contract.signOut, signOut),
  bind(contract.me, me),
  bind(contract.verifyPhone, verifyPhone),
  bind(contract.memberships, memberships),
  bind(contract.grant, grant),
  bind(contract.withdraw, withdraw),
  bind(contract.invite, invite),
  bind(contract.acceptInvitation, acceptInvitation),
  bind(contract.openDesk, openDesk),
  bind(contract.confirmDesk, confirmDesk),
  bind(contract.collectDesk, collectDesk),
];

export const pages: Page[] = [{ path: '/d/:name', make: deskPage }];
