export * from './audit';
export * from './devices';
export * from './own-data';
export * from './qr-sign-in';
export * from './roles';
export * from './second-factor';
export * from './sessions';
