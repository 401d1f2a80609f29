import { useEffect } from 'react';
import { deputy as deputyProcedure, divisions } from '../../../shared/directory/contract';
import { usePerson } from './person';
import { placeIn, rememberPlace, usePlace } from './place';
import { useCall } from './query';

/**
 * Who is of a village by their role is not asked where they live: that village is shown, and another is one tap away. Of a deputy it is the first of
 * the ward; whose villages are of several towns may live anywhere.
 */
export function useRolePlace(): void {
  const nowhere = usePlace() === null;
  const { me, deputy } = usePerson();
  const supervised = me?.roles.find(({ village }) => village)?.village;
  const deputyId = supervised ? null : deputy?.deputyId;
  const ward = useCall(deputyProcedure, { id: deputyId ?? '' }, { enabled: nowhere && Boolean(deputyId) }).data;
  const code = supervised ?? ward?.villageCodes[0];
  const towns = useCall(divisions, {}, { enabled: nowhere && Boolean(code) }).data?.towns;
  const place = code && towns ? placeIn(towns, code) : null;
  const isOneTown = supervised || ward?.villageCodes.every((one) => one.startsWith(place?.town ?? '-'));
  useEffect(() => {
    if (nowhere && place && isOneTown) rememberPlace(place);
  }, [nowhere, place, isOneTown]);
}
