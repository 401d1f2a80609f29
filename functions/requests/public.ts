/** What whoever runs the installation may ask of requests. */
export { countUnfinished } from './queries/counties';
