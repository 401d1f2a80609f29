/** What whoever runs the installation may ask of requests. */
export { countUnfinished, putOff, recodeVillages } from './queries/counties';
