import { Compilation, type Compiler, sources } from 'webpack';

const ATTRIBUTES = ['role', 'label', 'hidden', 'checked', 'selected', 'disabled', 'busy'];
const ANCHOR = 'id="{{i.uid||i.sid}}"';

/**
 * Taro's templates pass on the attributes Taro knows, and those for screen readers are not among them (基础库 2.7.1 has them).
 * This adds them to every element of `base.wxml`; an element without one gets an empty attribute, which means nothing.
 */
export class AriaPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('AriaPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'AriaPlugin', stage }, (assets) => {
        const base = assets['base.wxml'];
        if (!base) return;
        const text = base.source().toString();
        // A Taro that writes its templates in another way must not pass unseen.
        if (!text.includes(ANCHOR)) throw new Error('base.wxml has no place for the aria attributes any more');
        const aria = ATTRIBUTES.map(
          (name) => `aria-${name}="{{i.aria${name[0]?.toUpperCase()}${name.slice(1)}}}"`,
        ).join(' ');
        compilation.updateAsset('base.wxml', new sources.RawSource(text.replaceAll(ANCHOR, `${ANCHOR} ${aria}`)));
      });
    });
  }
}
