/** What is done once an appraisal is over. */
export { report } from './report/report';
export { writeReport } from './report/write-report';
