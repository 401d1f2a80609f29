const SELECTED = '.worklist-row.selected, .suggestions-line.selected, .settings-row.selected';

/** Up and down a list: the next one is opened, and can be seen. */
export function stepIn(items: readonly { id: string }[], chosen: string | null, onChoose: (id: string) => void) {
  return (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === chosen);
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    onChoose(next.id);
    window.requestAnimationFrame(() => document.querySelector(SELECTED)?.scrollIntoView({ block: 'nearest' }));
  };
}
