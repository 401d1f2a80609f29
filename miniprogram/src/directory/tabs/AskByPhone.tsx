import Taro from '@tarojs/taro';
import { county as countyProcedure, findByPlace } from '../../../../shared/directory/contract';
import { usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Cell } from '../../ui/Cell';

/** The station of the person's village; the county's congress while the village is not known. */
export function AskByPhone() {
  const place = usePlace();
  const county = useCall(countyProcedure, {}).data;
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null }).data;
  const station = found?.station;
  const phone = station?.phone ?? county?.phone;
  if (!phone) return null;
  return (
    <Cell
      icon="phone"
      title={`问一问，打电话给${station ? '联络站' : '县人大'}`}
      sub={station?.name}
      onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}
    />
  );
}
