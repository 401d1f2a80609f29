import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** One more context with nothing in it, added by one line of `contexts.ts`: what it adds to a bundle is what any context does. */
export const emptyContext: Plugin = {
  name: 'empty-context',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /functions\/contexts\.ts$/ }, async ({ path }) => {
      const list = await readFile(path, 'utf8');
      const longer = list.replace(/\n\};\s*$/, `\n  empty: () => import('./empty/plug'),\n};`);
      if (longer === list) throw new Error('contexts.ts does not end with its list');
      return { loader: 'ts', contents: longer };
    });
    onResolve({ filter: /^\.\/empty\/plug$/ }, () => ({ path: join(__dirname, 'empty-plug.ts') }));
  },
};
