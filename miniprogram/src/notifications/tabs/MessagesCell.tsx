import Taro from '@tarojs/taro';
import { unread } from '../../../../shared/notifications/contract';
import { useCall } from '../../platform/query';
import { Cell } from '../../ui/Cell';
import { Tag } from '../../ui/Tag';

/** How much of what the person was told they have not seen. */
export function useUnread(signedIn: boolean): number {
  return useCall(unread, {}, { enabled: signedIn }).data?.count ?? 0;
}

/** To what the person was told. */
export function MessagesCell({ unread: count }: { unread: number }) {
  return (
    <Cell
      icon="bell"
      title="消息"
      right={
        count > 0 ? (
          <Tag icon="bell" tone="accent">
            {`${count} 条没看`}
          </Tag>
        ) : (
          '有进展才发'
        )
      }
      onPress={() => Taro.navigateTo({ url: '/notifications/pages/list/index' })}
    />
  );
}
