import Taro from '@tarojs/taro';
import type { State } from '../../../../../shared/appraisals/states';
import { Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import { CONSOLE_PAGES } from '../../ui/pages';
import { STATE_LOOKS } from './words';
import './Crumb.css';

type Props = {
  title?: string;
  state?: State;
  /** How many were counted. */
  ballots?: number;
};

/** Which appraisal it is and how it stands, in the bar; before it the way back to all of them. */
export function Crumb({ title, state, ballots }: Props) {
  const look = state && STATE_LOOKS[state];
  return (
    <span className="crumb">
      <Press role="link" className="crumb-back" onPress={() => Taro.redirectTo({ url: CONSOLE_PAGES.appraisals })}>
        各次评议
      </Press>
      {title && <span className="crumb-title">{`/ ${title}`}</span>}
      {look && (
        <Tag icon={look.icon} tone={look.tone}>
          {ballots === undefined ? look.words : `${look.words}，数了 ${ballots} 票`}
        </Tag>
      )}
    </span>
  );
}
