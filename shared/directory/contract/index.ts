export * from './absences';
export * from './codes';
export * from './departments';
export * from './deputies';
export * from './places';
export * from './stations';
