export { cast } from '../cast';
export { handOver, mark, publishWords, refuse, release, reopen, said, screen, words } from '../screening';
export * from './slips';
