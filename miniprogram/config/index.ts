import { resolve } from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { AriaPlugin } from './aria';

const SHARED = resolve(__dirname, '../../shared');
// Written for newer engines than old phones have.
const MODERN = [resolve(__dirname, '../../node_modules/zod')];

// Known to the runner, not to its types.
const SMALL: object = {
  // How deep templates nest before a component takes over; each level costs 2 KB. What changes on our screens lies above it, because not every
  // place that opens mini-programs hands a change on to the component.
  baseLevel: 9,
  // Words stay as they are written: escaped, a character of Chinese is twice as long.
  terser: {
    enable: true,
    config: { ecma: 2018, compress: { passes: 2 }, output: { ascii_only: false, comments: false } },
  },
};

export default defineConfig<'webpack5'>({
  projectName: 'lianxin',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `../dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  plugins: [],
  env: {
    TARO_APP_API: JSON.stringify(
      process.env.TARO_APP_API ?? (process.env.TARO_ENV === 'h5' ? '' : 'http://127.0.0.1:8787'),
    ),
    TARO_APP_JURISDICTION: JSON.stringify(process.env.TARO_APP_JURISDICTION ?? '330822'),
  },
  mini: {
    ...SMALL,
    minifyXML: { collapseWhitespace: true },
    runtime: { enableInnerHTML: false },
    compile: { include: [SHARED, ...MODERN] },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.plugin('aria').use(AriaPlugin);
      // What webpack writes around the modules is otherwise for engines older than our code runs on, and longer.
      chain.output.set('environment', { arrowFunction: true, const: true, destructuring: true });
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [SHARED, ...MODERN] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // Without a limit every size doubles on a desktop.
      pxtransform: { enable: true, config: { maxRootSize: 20 } },
    },
  },
});
