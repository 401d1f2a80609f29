import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Summary } from '../../../../shared/appraisals/current';
import { usePerson } from '../../platform/person';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { AskResident } from './AskResident';
import { sayNotTaken, useTaking } from './useTaking';

/** Before the first question. A deputy is known, and asked nothing; a resident says which village is theirs and that they are 18. */
export function Begin({ appraisal }: { appraisal: Summary }) {
  const { asking, deputy } = usePerson({ signIn: true });
  const [asResident, setAsResident] = useState(false);
  if (asking) return <Waiting />;
  if (deputy && !asResident) return <OfDeputy id={appraisal.id} onResident={() => setAsResident(true)} />;
  return <AskResident appraisal={appraisal} />;
}

function Waiting() {
  return (
    <Page>
      <NavBar title="评一评" back />
      <View className="main">
        <Skeleton cards={2} />
      </View>
    </Page>
  );
}

/** `onResident`: deputies are not asked this time, so this one votes as a resident of a village; or the phone has to be confirmed first. */
function OfDeputy({ id, onResident }: { id: string; onResident: () => void }) {
  const { error, code, take } = useTaking(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => take(), []);
  const isResident = code === 'not_of_county' || code === 'phone_needed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer alone says it
  useEffect(() => {
    if (isResident) onResident();
  }, [isResident]);
  if (!error || isResident) return <Waiting />;
  return (
    <Page>
      <NavBar title="评一评" back />
      <View className="main space-above-4">
        <Notice tone="wait">{sayNotTaken(error)}</Notice>
      </View>
      <ActionBar>
        <Button grow onPress={() => take()}>
          再试一次
        </Button>
      </ActionBar>
    </Page>
  );
}
