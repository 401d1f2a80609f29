import { useId } from 'react';
import './FileButton.css';
import '../../ui/Button.css';

type Props = {
  children: string;
  accept: string;
  busy: string | false;
  disabled?: boolean;
  onFile: (file: File) => void;
};

/** Chooses one file of this computer. The same may be chosen again, because people mend a sheet and come back with it. */
export function FileButton({ children, accept, busy, disabled, onFile }: Props) {
  const id = useId();
  return (
    <span className="file-button">
      <input
        id={id}
        className="file-button-input"
        type="file"
        accept={accept}
        disabled={disabled || Boolean(busy)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
      <label className={`button pressable ${busy || disabled ? 'off' : ''}`} htmlFor={id}>
        {busy || children}
      </label>
    </span>
  );
}
