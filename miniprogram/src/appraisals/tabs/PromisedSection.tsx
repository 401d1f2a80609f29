import { Card } from '../../ui/Card';
import { Section } from '../../ui/Section';
import { PromisedCell } from './PromisedCell';

/** 答应改的事 on the notice board. */
export function PromisedSection({ title }: { title: string }) {
  return (
    <Section title={title}>
      <Card flush>
        <PromisedCell />
      </Card>
    </Section>
  );
}
