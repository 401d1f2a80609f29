/** What other contexts may ask of identity. */
export { ROLE_GRANTED } from './announce-role';
export { SECOND_FACTOR_TOLD, type SecondFactorTold } from './announce-second-factor';
export { countVerified } from './count-verified';
export { countWaiting, giveOffice, hasOffice, inviteOffice, takeOfficeBack } from './give-office';
export { phoneHashesOf, phoneOf } from './phone-hashes';
export {
  selectOpenid as openidOf,
  selectPeopleOfDeputies as peopleOfDeputies,
  selectPersonOfDeputy as personOfDeputy,
  selectRoles as rolesOfPerson,
  updateName as rememberName,
} from './queries';
export {
  selectPeopleOfDepartments as peopleOfDepartments,
  selectWaitingOfDepartments as waitingOfDepartments,
} from './queries-departments';
export {
  recodeVillages as recodeSupervisors,
  selectDeputyByPhone as deputyOfPhone,
  selectPersonByPhone as personOfPhone,
} from './queries-memberships';
export {
  selectClerks as clerksOfStation,
  selectDeputiesWithPeople as deputiesWithPeople,
  selectName as nameOfPerson,
  selectStaffName as nameOnRoll,
  selectStationsWithPeople as stationsWithPeople,
} from './queries-people';
export { selectMembership as membershipById } from './queries-shown-memberships';
export { resetByOperator as resetSecondFactorOf } from './reset-second-factor';
export { standingOf } from './standing';
export { PHONE_MOVED, PHONE_VERIFIED } from './verify-phone';
export { phoneOfWaiting } from './waiting-phone';
