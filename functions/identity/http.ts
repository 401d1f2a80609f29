import * as contract from '../../shared/identity/contract';
import { bind } from '../platform/http';
import { me } from './me';
import { renew } from './renew';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { verifyPhone } from './verify-phone';

export const http = [
  bind(contract.signIn, signIn),
  bind(contract.renew, renew),
  bind(contract.signOut, signOut),
  bind(contract.me, me),
  bind(contract.verifyPhone, verifyPhone),
];
