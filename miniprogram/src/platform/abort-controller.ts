/** Just enough of the web's AbortController for react-query, which makes one for each query and never looks at it again here. */
export class AbortController {
  readonly signal = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  abort(): void {
    this.signal.aborted = true;
  }
}
