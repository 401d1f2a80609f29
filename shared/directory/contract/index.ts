export * from './absences';
export * from './codes';
export * from './deputies';
export * from './places';
export * from './stations';
