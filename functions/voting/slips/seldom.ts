/** What is done with paper: a few clerks, and nobody who casts a ballot waits for it to load. */
export { enterSlip } from './enter-slip';
export { issueSlip } from './issue-slip';
export { openSlip } from './open-slip';
export { settleSlip } from './settle-slip';
export { slips } from './slips';
export { spoilSlip } from './spoil-slip';
export { takeBackSlip } from './take-back-slip';
