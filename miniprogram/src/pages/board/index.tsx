import { PromisedCell } from '../../appraisals/tabs/PromisedCell';
import { usePerson } from '../../platform/person';
import { Board } from '../../requests/tabs/Board';
import { Card } from '../../ui/Card';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { TabBar } from '../../ui/TabBar';

export default function BoardTab() {
  const { deputy, waiting } = usePerson();
  return (
    <Page className="wide" tabs={<TabBar current="board" deputy={deputy !== null} waiting={waiting} />}>
      <NavBar title="公开栏" />
      <Board>
        <Card flush className="space-above-3">
          <PromisedCell />
        </Card>
      </Board>
    </Page>
  );
}
