// How a function is bundled: for serverless.yml, and for the benchmark, which measures what is deployed.
const { execFile } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { mkdir, readFile, writeFile } = require('node:fs/promises');
const { dirname, join, parse, resolve } = require('node:path');
const { promisify } = require('node:util');
const { transform } = require('esbuild');

/**
 * One file a function, and chunks beside it that load when they are first asked for: a context, the document of the API … esbuild splits
 * ES modules alone; what Node loads fastest is CommonJS, so that is what they become in the end.
 */
const settings = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  splitting: true,
  // pdfkit asks as it loads where it is; it needs that for colour profiles and fonts which are not used here.
  define: { 'import.meta.url': '"file:///var/task/"' },
};

/** Puts the chunks of `functions/api` into `functions/api/`, so that each zip holds its own and no other. */
const ownFolder = {
  name: 'own-folder',
  setup({ initialOptions }) {
    initialOptions.chunkNames = `${parse(initialOptions.entryPoints[0]).name}/[name]-[hash]`;
  },
};

const KERNEL = join(__dirname, '../../shared/kernel');
/** What hides somebody in a text is long, and nobody who signs in or looks for a deputy needs it. */
const SELDOM = ['personal.ts'];
const kernel = readdirSync(KERNEL).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !SELDOM.includes(file),
);
const everybodys = [...kernel.map((file) => join(KERNEL, file)), join(__dirname, '../platform/call.ts')];

/**
 * Keeps what is everybody's in one piece, by telling whatever loads later that all of it is there by then: the function's own file, and the
 * kernel. Otherwise each of them would share another part of it with another of them, and it would be cut into a dozen files, which take
 * longer to read than one.
 */
const onePiece = {
  name: 'one-piece',
  setup({ initialOptions, onResolve, onLoad, resolve: resolved }) {
    const entry = resolve(initialOptions.entryPoints[0]);
    const core = [entry, ...everybodys].map((file) => `import ${JSON.stringify(file)};`).join('');
    const told = new Set();
    onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === told) return undefined;
      const found = await resolved(path, { kind, resolveDir, pluginData: told });
      told.add(found.path);
      return found;
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) =>
      told.has(path) ? { loader: 'ts', contents: `${await readFile(path, 'utf8')}${core}` } : undefined,
    );
  },
};

/** Writes each file as CommonJS, its map led on to the sources. */
const commonJs = {
  name: 'common-js',
  setup({ initialOptions, onEnd }) {
    initialOptions.write = false;
    const { minify, platform, target, sourcemap } = initialOptions;
    const options = { format: 'cjs', minify, platform, target, sourcemap, supported: { 'dynamic-import': false } };
    onEnd(async ({ outputFiles = [] }) => {
      const maps = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
      for (const { path, text } of outputFiles.filter((file) => file.path.endsWith('.js'))) {
        const map = maps.get(`${path}.map`);
        const written = await transform(map ? text + inlined(map) : text, options);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, written.code);
        if (map) await writeFile(`${path}.map`, written.map);
      }
    });
  },
};

/** Without its pages the function would be deployed all the same, and answer nobody. */
const withPages = {
  name: 'with-pages',
  setup({ initialOptions }) {
    if (parse(initialOptions.entryPoints[0]).name !== 'pages') return;
    if (!existsSync(join(__dirname, '../../dist/h5/index.html')))
      throw new Error('没有网页可部署：先运行 npm run build:h5');
  },
};

/** Where it is given no password, pg looks for a file that holds some (`.pgpass`). A function always is, and reads 4 KB less. */
const noPasswordFile = {
  name: 'no-password-file',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pgpass[\\/]lib[\\/]index\.js$/ }, () => ({
      contents: 'module.exports = (_, done) => done();',
    }));
  },
};

const MAKE = join(__dirname, 'kept-code-make.cjs');
const USE = readFileSync(join(__dirname, 'kept-code.cjs'), 'utf8');

/** Keeps beside the chunks of what phones wait for what V8 made of them, so that a function with the same Node need not compile them again: a third of a start. */
const WAITED_FOR = ['api', 'ballots'];

const keptCode = {
  name: 'kept-code',
  setup({ initialOptions, onEnd }) {
    const { name } = parse(initialOptions.entryPoints[0]);
    if (!WAITED_FOR.includes(name)) return;
    onEnd(async () => {
      const file = join(initialOptions.outdir, `${name}.js`);
      const { code } = await transform(USE, { minify: true, format: 'cjs', platform: 'node' });
      await writeFile(file, `{${code}}${await readFile(file, 'utf8')}`);
      await promisify(execFile)(process.execPath, [MAKE, file], { env: { NODE_ENV: 'production' } });
    });
  },
};

const inlined = (map) => `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;

module.exports = {
  settings: {
    ...settings,
    external: ['pg-native'],
    plugins: [ownFolder, onePiece, noPasswordFile, commonJs, keptCode, withPages],
  },
  serverless: () => ({
    ...settings,
    exclude: ['pg-native'],
    plugins: 'functions/deploy/bundling-plugins.cjs',
    // The maps stay here, in .esbuild/.build: with them a line of the log leads back to a line of the source.
    sourcemap: 'external',
    keepOutputDirectory: true,
  }),
};
