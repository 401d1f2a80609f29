export * from './devices';
export * from './qr-sign-in';
export * from './roles';
export * from './sessions';
