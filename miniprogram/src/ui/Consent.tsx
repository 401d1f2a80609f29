import { Button as TaroButton, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { answerPrivacy, CONSENT_BUTTON, usePrivacyQuestion } from '../platform/privacy';
import { Button } from './Button';
import { Press } from './Press';
import './Button.css';
import './ActionBar.css';

/** The privacy consent (隐私授权): in the page's flow at its foot, in plain words, only when WeChat asks. */
export function Consent() {
  if (!usePrivacyQuestion()) return null;
  return (
    <View className="actionbar">
      <Text className="heading">先说清楚，再往下走</Text>
      <Text className="secondary block space-above-2">
        这一步要用到您的手机号、位置或照片。只用来办您说的事，不给别人。不满 14 岁的，请和家长一起用。
      </Text>
      <Press className="text-accent block space-above-2" role="link" onPress={() => Taro.openPrivacyContract({})}>
        看隐私说明全文
      </Press>
      <View className="row space-above-3">
        <Button kind="line" onPress={() => answerPrivacy('disagree')}>
          不同意
        </Button>
        <TaroButton
          id={CONSENT_BUTTON}
          className="button grow"
          openType={'agreePrivacyAuthorization' as never}
          onAgreePrivacyAuthorization={() => answerPrivacy('agree')}
        >
          同意，往下走
        </TaroButton>
      </View>
    </View>
  );
}
