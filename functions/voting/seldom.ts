/** What is done with words once a vote is counted: who casts a ballot never waits for it to load. */
export { forgetWords } from './words/forget-words';
export { handOver } from './words/hand-over';
export { mark } from './words/mark';
export { publishWords } from './words/publish-words';
export { refuse } from './words/refuse';
export { release } from './words/release';
export { reopen } from './words/reopen';
export { said } from './words/said';
export { screen } from './words/screen';
export { words } from './words/words';
