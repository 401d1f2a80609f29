import type { Formers } from '../platform/formers';

const problems = { qr_code_bad: 'desk_code_bad', qr_waiting: 'desk_waiting' };

/** Signing in by QR as version 1 of the API spoke of it. */
export const formers: Formers = {
  openQrSignIn: { path: '/identity/desks' },
  confirmQrSignIn: { path: '/identity/desks/confirmation', problems },
  collectQrSignIn: { path: '/identity/desks/collection', problems },
};
