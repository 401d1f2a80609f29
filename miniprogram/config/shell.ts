import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compilation, type Compiler, sources } from 'webpack';

/** Writes `worker.js` beside the pages, with the files of this build that it keeps. Another build is another worker. */
export class ShellPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('ShellPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'ShellPlugin', stage }, (assets) => {
        const files = Object.keys(assets).filter((name) => /^(js|css|static)\/.*(?<!\.map|\.txt)$/.test(name));
        // Names have hashes of what is in them.
        const version = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 12);
        const worker = readFileSync(join(__dirname, 'worker.js'), 'utf8');
        const shell = `const SHELL = ${JSON.stringify({ version, files: files.map((name) => `./${name}`) })};\n`;
        compilation.emitAsset('worker.js', new sources.RawSource(shell + worker));
      });
    });
  }
}
