/** Who hears of a change. `watch` returns how to stop, as `useSyncExternalStore` wants it. */
export function listeners() {
  const all = new Set<() => void>();
  return {
    tell(): void {
      for (const one of all) one();
    },
    watch(one: () => void): () => void {
      all.add(one);
      return () => all.delete(one);
    },
  };
}
