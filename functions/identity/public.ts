/** What other contexts may ask of identity. */
export {
  selectOpenid as openidOf,
  selectPersonOfDeputy as personOfDeputy,
  updateName as rememberName,
} from './queries';
