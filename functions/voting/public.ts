/** What other contexts may ask of votes. */
export { enrol } from './enrol';
export { finish } from './finish';
export { type Member, openPoll } from './open-poll';
export { publish, publishedFileOf } from './publish';
export { selectCounts as countsOf, selectPoll as pollById, selectTurnout as turnoutOf } from './queries';
