import { Button } from '../../ui/Button';
import { Kbd } from './Kbd';

/** Opens the dialog that says what the file will hold (`ExportDialog`); its key is E. */
export function ExportButton({ onPress }: { onPress: () => void }) {
  return (
    <>
      <Button kind="line" small onPress={onPress}>
        导出 .xlsx
      </Button>
      <span className="keys-note" aria-hidden="true">
        <Kbd>E</Kbd>
      </span>
    </>
  );
}
