import { Text, View } from '@tarojs/components';
import { deputy, divisions } from '../../../../shared/directory/contract';
import { ProblemError } from '../../../../shared/kernel/problems';
import { CATEGORY_NAMES } from '../../../../shared/requests/words';
import { arrivedBefore, sayUnsent } from '../../platform/faults';
import { placeIn } from '../../platform/place';
import { useCall } from '../../platform/query';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PhotoStrip } from '../../ui/PhotoPicker';
import { ownDirection } from '../../ui/Press';
import { Summary } from '../../ui/Summary';
import { ArrivedNotice, SeeArrived } from './Arrived';
import { sayNotJoined } from './Away';
import { whomWords } from './EnterWhom';
import type { Receipt } from './receipt';
import type { Writing } from './useEntering';

type Props = {
  writing: Writing;
  onStep: (step: number) => void;
  onBack: () => void;
  onEntered: (receipt: Receipt) => void;
};

const AWAY = '现在送不出去，还没登记上。写的都存在手机里了，有网了再点一次，只登记一次。';
const NOT_SERVED = '这个村不归您的联络站，请换一个村，或者请那边的联络站登记。';

/** All of it once more, to be read out, each line with 改. */
export function EnterCheck({ writing, onStep, onBack, onEntered }: Props) {
  const { entering, arrived, error, busy } = writing;
  const { input, pictures } = entering;
  const whom = useCall(deputy, { id: input.deputyId ?? '' }, { enabled: input.deputyId !== undefined }).data;
  const village = placeIn(useCall(divisions, {}).data?.towns ?? [], input.village)?.villageName ?? '';
  const again = arrived !== undefined;
  const notServed = error instanceof ProblemError && error.code === 'not_found';
  const see = input.openness === 'public' ? '大家，联络站看过再登' : '只给办事的人';
  const about = [input.contactPhone?.trim(), input.slipNumber?.trim() && `纸条 ${input.slipNumber.trim()}`];
  return (
    <Page>
      <NavBar title="念一遍" back={onBack} />
      <View className="main">
        <Text className="title space-above-4">念给他听，对吗？</Text>
        <View className="space-above-4">
          <Summary
            lines={[
              {
                label: '替谁登记',
                words: [input.name?.trim(), ...about].filter(Boolean).join('\n'),
                onChange: () => onStep(0),
              },
              {
                label: '什么事',
                words: (
                  <>
                    <Text className="words" {...ownDirection}>
                      {[input.words?.trim(), input.where?.trim()].filter(Boolean).join('\n')}
                    </Text>
                    {pictures.length > 0 && <PhotoStrip pictures={pictures} sending={busy} />}
                  </>
                ),
                onChange: () => onStep(1),
              },
              { label: '哪一类', words: CATEGORY_NAMES[input.category ?? 'other'], onChange: () => onStep(2) },
              {
                label: '送给谁',
                words: [village, whomWords(entering)].filter(Boolean).join('\n'),
                onChange: () => onStep(3),
              },
              {
                label: '谁能看到',
                words: `事情：${see}\n名字：${input.nameFor === 'station' ? '只联络站' : '代表和联络站'}\n您登记的，您也看得到`,
                onChange: () => onStep(4),
              },
            ]}
          />
        </View>
        {whom && !whom.joined && (
          <View className="space-above-4">
            <Notice>{sayNotJoined(whom.name)}</Notice>
          </View>
        )}
        {again && <ArrivedNotice first={arrived} />}
        {error && !arrivedBefore(error) && (
          <View className="space-above-4">
            <Notice tone="wait">{notServed ? NOT_SERVED : sayUnsent(error, AWAY)}</Notice>
          </View>
        )}
      </View>
      <ActionBar column={again}>
        {again && <SeeArrived first={arrived} list="/requests/pages/entered/index" />}
        <Button
          grow
          kind={again ? 'line' : 'main'}
          busy={busy && (pictures.length ? '正在送照片和字…' : '正在送…')}
          onPress={() => writing.send(onEntered)}
        >
          {again ? '是另一件，另外登记' : '登记，送出'}
        </Button>
      </ActionBar>
    </Page>
  );
}
