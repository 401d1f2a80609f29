import './Kbd.css';
/** A key to press. For the eye: what it does has a button of its own. */
export function Kbd({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
