import './SignInSteps.css';

/** What a code on the screen says, for whoever can't scan it, in groups of four. */
export function Letters({ label, text }: { label: string; text: string }) {
  return (
    <p className="sign-in-letters" role="status" aria-label={label}>
      {inFours(text)}
    </p>
  );
}

/** `ABCDEFGH` as `ABCD EFGH`. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What to do, one after the other. */
export function SignInSteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="sign-in-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
