import { Compilation, type Compiler, sources } from 'webpack';

const DRAWING = /url\("data:image\/svg\+xml;charset=utf-8,([^"]*)"\)/g;

/**
 * Takes out of every drawing what the minifier writes into its address for engines older than WeChat's: the charset, which is plain ASCII, and
 * the escapes of brackets, which may stand as they are between quotation marks. A hash ends an address and stays escaped.
 */
export function shorter(styles: string): string {
  return styles.replace(DRAWING, (_, drawn: string) => {
    const said = drawn.replaceAll('%3C', '<').replaceAll('%3E', '>');
    return `url("data:image/svg+xml,${said}")`;
  });
}

/** Makes the styles of the mini-program shorter where its minifier does not. */
export class StylesPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('StylesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'StylesPlugin', stage }, (assets) => {
        for (const [name, asset] of Object.entries(assets).filter(([name]) => name.endsWith('.wxss')))
          compilation.updateAsset(name, new sources.RawSource(shorter(asset.source().toString())));
      });
    });
  }
}
