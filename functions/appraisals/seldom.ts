/** What is done once an appraisal is over. */
export { readReport } from './report/read-report';
export { report } from './report/report';
export { writeReport } from './report/write-report';
