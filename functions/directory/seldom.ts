/** What a phone asks for by where it is, and what deputies do with their own code and days away: seldom beside those who look somebody up. */
export { absences } from './absences';
export { comeBack } from './come-back';
export { goAway } from './go-away';
export { myCode } from './my-code';
export { near } from './near';
export { renewCode } from './renew-code';
