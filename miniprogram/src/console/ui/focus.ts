/**
 * Gives the focus to the first of these inside the box. A field of Taro has its input only when a browser has drawn it, which can be
 * after everything that happens when a page comes: until then it is looked for each time something is drawn.
 * @returns what gives it up
 */
export function focusWhenDrawn(box: HTMLElement | null, selector: string): () => void {
  let frame = 0;
  const look = () => {
    const found = box?.querySelector<HTMLElement>(selector);
    if (found) found.focus();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
