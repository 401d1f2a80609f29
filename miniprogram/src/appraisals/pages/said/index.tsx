import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { Said } from '../../components/Said';

/** 大家写的话: what was released, of all departments or of one. */
export default function SaidPage() {
  const [{ id = '', subject }] = useState(useRouter().params);
  return (
    <Page>
      <NavBar title="大家写的话" back />
      <View className="main">
        <Said id={id} subject={subject} />
      </View>
    </Page>
  );
}
