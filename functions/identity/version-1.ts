import type { Former, Formers, Json } from '../platform/formers';

const problems = { qr_code_bad: 'desk_code_bad', qr_waiting: 'desk_waiting' };

/** Nobody was of a department, and nobody was asked for a second factor. */
const known = ({ departments, waiting, ...me }: Json) => me;
const knownRole = ({ secondFactor, ...role }: Json) => role;
const withMe: Former = { reply: ({ me, ...session }: Json) => ({ ...session, me: known(me) }) };

/** Signing in, by QR too, as version 1 of the API spoke of it. */
export const formers: Formers = {
  me: { reply: known },
  signIn: withMe,
  renew: withMe,
  verifyPhone: withMe,
  acceptInvitation: withMe,
  memberships: { reply: (page: Json) => ({ ...page, items: page.items.map(knownRole) }) },
  grant: { reply: knownRole },
  openQrSignIn: { path: '/identity/desks' },
  confirmQrSignIn: { path: '/identity/desks/confirmation', problems },
  collectQrSignIn: { path: '/identity/desks/collection', problems, ...withMe },
};
