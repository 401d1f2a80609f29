import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type Declaration, type Root, type Rule } from 'postcss';
import { build } from '../../functions/local/build';
import { browserslist } from '../../package.json';

/**
 * What we are tempted to write and not every phone understands: since which Chrome and which iOS (caniuse.com), and a sample of it.
 * `softly`: where it is not understood nothing is lost but a nicety.
 */
type Feature = { chrome: number; ios: number; sample: string; softly?: true } & (
  | { selector: RegExp }
  | { at: RegExp }
  | { declaration: (declaration: Declaration) => boolean }
);

const property = (names: RegExp) => (declaration: Declaration) => names.test(declaration.prop);
const value = (words: RegExp) => (declaration: Declaration) => words.test(declaration.value);

const isGrid = (rule: Rule) => rule.some((node) => node.type === 'decl' && /grid/.test(`${node.prop} ${node.value}`));
const flexGap = ({ prop, parent }: Declaration) =>
  /^((row|column)-)?gap$/.test(prop) && parent?.type === 'rule' && !isGrid(parent as Rule);

const FEATURES: Record<string, Feature> = {
  'gap between flex items': { chrome: 84, ios: 14.5, declaration: flexGap, sample: '.a{display:flex;gap:4px}' },
  inset: { chrome: 87, ios: 14.5, declaration: property(/^inset(-|$)/), sample: '.a{inset:0}' },
  'aspect-ratio': { chrome: 88, ios: 15, declaration: property(/^aspect-ratio$/), sample: '.a{aspect-ratio:1}' },
  'scroll-margin': {
    chrome: 69,
    ios: 14.5,
    declaration: property(/^scroll-(margin|padding)/),
    sample: '.a{scroll-margin:1px}',
  },
  'logical edges': {
    chrome: 87,
    ios: 14.5,
    declaration: property(/^(margin|padding)-(inline|block)$/),
    sample: '.a{margin-inline:0}',
  },
  'overflow: clip': { chrome: 90, ios: 16, declaration: value(/\bclip\b(?!-)/), sample: '.a{overflow:clip}' },
  'accent-color': {
    chrome: 93,
    ios: 15.4,
    declaration: property(/^accent-color$/),
    sample: '.a{accent-color:red}',
    softly: true,
  },
  'text-wrap': {
    chrome: 114,
    ios: 17.4,
    declaration: property(/^text-wrap/),
    sample: '.a{text-wrap:balance}',
    softly: true,
  },
  'small, large and dynamic viewports': {
    chrome: 108,
    ios: 15.4,
    declaration: value(/\d[sld]v[hwib]\b/),
    sample: '.a{height:100dvh}',
  },
  'colour functions': {
    chrome: 111,
    ios: 16.2,
    declaration: value(/\b(color-mix|oklch|oklab|lab|lch)\(/),
    sample: '.a{color:oklch(1 0 0)}',
  },
  'min, max, clamp': { chrome: 79, ios: 13.4, declaration: value(/\bclamp\(/), sample: '.a{width:clamp(1px,2px,3px)}' },
  'env()': { chrome: 69, ios: 11.3, declaration: value(/\benv\(/), sample: '.a{width:env(x)}' },
  ':is and :where': { chrome: 88, ios: 14, selector: /:(is|where)\(/, sample: ':is(.a){top:0}' },
  'lists in :not': { chrome: 88, ios: 9, selector: /:not\([^)]*,/, sample: ':not(.a,.b){top:0}' },
  ':has': { chrome: 105, ios: 15.4, selector: /:has\(/, sample: '.a:has(.b){top:0}' },
  // Its own rule, so the rest stands; the browser draws its own ring instead.
  ':focus-visible': {
    chrome: 86,
    ios: 15.4,
    selector: /:focus-visible/,
    sample: '.a:focus-visible{top:0}',
    softly: true,
  },
  nesting: { chrome: 120, ios: 17.2, selector: /&/, sample: '.a{& .b{top:0}}' },
  layers: { chrome: 99, ios: 15.4, at: /^layer /, sample: '@layer a{.b{top:0}}' },
  'container queries': { chrome: 106, ios: 16, at: /^container /, sample: '@container (min-width:1px){.b{top:0}}' },
  'media ranges': { chrome: 104, ios: 16.4, at: /^media .*[<>]/, sample: '@media (width>1px){.b{top:0}}' },
};

/** What a script of an older engine fails on as a whole; everything else that is new is written out by the build. */
const NEW_SYNTAX = { 'looking behind in a pattern': { chrome: 62, ios: 16.4, pattern: /\(\?<[=!]/ } };

const least = (name: string) => Number(browserslist.find((each) => each.startsWith(`${name} >=`))?.split('>=')[1]);
const PROMISED = { chrome: least('chrome'), ios: least('ios') };
const isTooNew = ({ chrome, ios }: { chrome: number; ios: number }) => chrome > PROMISED.chrome || ios > PROMISED.ios;

/** Each use of a feature, with where it stands. */
function usesIn(root: Root): { feature: string; where: string }[] {
  const found: { feature: string; where: string }[] = [];
  for (const [feature, what] of Object.entries(FEATURES)) {
    // A walk that hears `false` ends.
    const add = (is: boolean, where: string): void => {
      if (is) found.push({ feature, where });
    };
    if ('selector' in what) root.walkRules(({ selector }) => add(what.selector.test(selector), selector));
    if ('at' in what)
      root.walkAtRules(({ name, params }) => add(what.at.test(`${name} ${params}`), `@${name} ${params}`));
    if ('declaration' in what)
      root.walkDecls((each) => add(what.declaration(each), `${(each.parent as Rule).selector} { ${each} }`));
  }
  return found;
}

const files = (directory: string, end: RegExp) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => end.test(path))
    .map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }));

test('the promise is one', () => {
  expect(PROMISED).toEqual({ chrome: expect.any(Number), ios: expect.any(Number) });
  expect(Number.isNaN(PROMISED.chrome + PROMISED.ios)).toBe(false);
});

test.each(Object.entries(FEATURES))('%s is seen where it is used', (feature, { sample }) => {
  expect(usesIn(postcss.parse(sample)).map((each) => each.feature)).toContain(feature);
  expect(usesIn(postcss.parse('.a{display:grid;gap:1px}.b{color:red}'))).toEqual([]);
});

test.each(['weapp', 'h5'] as const)('every phone we promise understands the styles and scripts of %s', async (type) => {
  const directory = await build(type);
  const styles = files(directory, /\.(wxss|css)$/);
  expect(styles.length).toBeGreaterThan(10);
  const tooNew = styles.flatMap(({ path, text }) =>
    usesIn(postcss.parse(text)).flatMap(({ feature, where }) =>
      isTooNew(FEATURES[feature] as Feature) && !FEATURES[feature]?.softly ? [`${path}: ${feature}: ${where}`] : [],
    ),
  );
  expect(tooNew).toEqual([]);
  const scripts = files(directory, /\.js$/);
  const unread = Object.entries(NEW_SYNTAX).flatMap(([name, what]) =>
    scripts.flatMap(({ path, text }) => (isTooNew(what) && what.pattern.test(text) ? [`${path}: ${name}`] : [])),
  );
  expect(unread).toEqual([]);
});
