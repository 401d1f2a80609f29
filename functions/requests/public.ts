/** What other contexts may do with requests: take them into what a deputy proposes. */
export { citableBy, citedOf, knownIn, residentsOf } from './cited';
/** What whoever runs the installation may ask of requests. */
export { countUnfinished, putOff, recodeVillages } from './queries/counties';
