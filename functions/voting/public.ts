/** What other contexts may ask of votes. */
export { enrol } from './enrol';
export { finish } from './finish';
export { movePollClose } from './move-close';
export { type Member, openPoll } from './open-poll';
export { publish, publishedFileOf } from './publish';
export { type PublishedVote, publishedVote, resultsAddressOf } from './published';
export { type PollRow, selectCounts as countsOf, selectPoll as pollById } from './queries';
export { countBySubject as saidBySubject, selectShown as saidByIds } from './queries-words';
export { turnoutOf } from './turnout';
