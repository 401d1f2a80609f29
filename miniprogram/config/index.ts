import { resolve } from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { AriaPlugin } from './aria';
import { ShellPlugin } from './shell';
import { StylesPlugin } from './styles';

const SHARED = resolve(__dirname, '../../shared');
// Written for newer engines than old phones have.
const MODERN = ['zod', '@noble/hashes'].map((name) => resolve(__dirname, '../../node_modules', name));

// What terser does unasked, and Taro forbids it.
const USUAL = [
  'arrows',
  'collapse_vars',
  'comparisons',
  'computed_props',
  'hoist_props',
  'inline',
  'loops',
  'negate_iife',
]
  .concat('properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs')
  .map((name) => [name, true]);

// Known to the runner, not to its types.
const SMALL: object = {
  // How deep templates nest before a component takes over; each level costs 2 KB. What changes on our screens lies above it, because not every
  // place that opens mini-programs hands a change on to the component.
  baseLevel: 9,
  terser: {
    enable: true,
    config: {
      ecma: 2018,
      compress: { ...Object.fromEntries(USUAL), ecma: 2018, passes: 2 },
      // Words stay as they are written: escaped, a character of Chinese is twice as long.
      output: { ecma: 2018, ascii_only: false, comments: false },
    },
  },
};

// A pixel stays a pixel, here and there: what grows does so with the letters (`--scale`). `#ifdef` is the same plugin's.
const PIXELS = { enable: true, config: { methods: ['platform'] } };

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
  copy: {
    patterns: [
      process.env.TARO_ENV === 'weapp'
        ? // What WeChat's search may look into; what is said of it in words is for us.
          {
            from: 'src/sitemap.json',
            to: '../dist/weapp/sitemap.json',
            transform: (text: Buffer) => JSON.stringify({ rules: JSON.parse(String(text)).rules }),
          }
        : // What anybody counts a published vote again with.
          { from: '../functions/voting/verify.mjs', to: '../dist/h5/verify.mjs' },
    ],
    options: {},
  },
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
    optimizeMainPackage: { enable: true },
    // A style stands with the component it is of, and none relies on standing before another.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: [SHARED, ...MODERN] },
    postcss: { pxtransform: PIXELS, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.plugin('aria').use(AriaPlugin);
      chain.plugin('styles').use(StylesPlugin);
      // The licences of what is bundled are in the repository; a phone would fetch them for nobody.
      chain.optimization.minimizer('terserPlugin').tap(([given]) => [{ ...given, extractComments: false }]);
      // Of a contract a page takes what it calls, and the main package what its own pages call. Everybody's problems make themselves known as
      // they load; of a context's own the server says with each what it is.
      chain.merge({
        module: { rule: { shared: { include: [SHARED], exclude: [/kernel[\\/]problems\.ts$/], sideEffects: false } } },
      });
      const contracts = chain.module.rule('contracts').test(/\.ts$/).enforce('pre');
      contracts.include.add(SHARED);
      contracts.use('phone-contracts').loader(resolve(__dirname, 'phone-contracts.cjs'));
      const taro = chain.module.rule('taro').test(/[\\/]@tarojs[\\/]taro[\\/]index\.js$/);
      taro.use('keep-hooks-only').loader(resolve(__dirname, 'keep-hooks-only.cjs'));
      // What webpack writes around the modules is otherwise for engines older than our code runs on, and longer.
      chain.output.set('environment', { arrowFunction: true, const: true, destructuring: true });
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain(chain) {
      chain.plugin('shell').use(ShellPlugin);
      const router = chain.module
        .rule('router')
        .test(/[\\/]@tarojs[\\/]router[\\/]dist[\\/](index\.cjs|index\.esm|router[\\/]spa)\.js$/);
      router.use('latest-address-only').loader(resolve(__dirname, 'latest-address-only.cjs'));
    },
    compile: { include: [SHARED, ...MODERN] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // What measures itself in letters of the root, a browser's own fields, would double on a desktop without a limit.
      pxtransform: { ...PIXELS, config: { ...PIXELS.config, maxRootSize: 20 } },
    },
  },
});
