import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import postcss from 'postcss';
import { compile } from 'sass';
import ts from 'typescript';

const SRC = join(__dirname, '..');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const scripts = files.filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path));
const styles = files.filter((path) => /\.s?css$/.test(path));

/** What Taro's own fields are called in a browser, and what a field says before it is filled in WeChat. */
const TAROS = /^(taro|weui|input)-/;

const compiled = new Map(
  styles.map((path) => {
    const full = join(SRC, path);
    return [path, postcss.parse(path.endsWith('.scss') ? compile(full).css : readFileSync(full, 'utf8'))];
  }),
);

function classesIn(style: string): string[] {
  const found: string[] = [];
  compiled.get(style)?.walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/\.([a-zA-Z][\w-]*)/g)) found.push(name);
  });
  return found;
}

/** What a file says: classes it gives to elements (`icon-` where the rest is only known later), icons, all its words, and what it imports. */
type Said = { classes: Set<string>; icons: Set<string>; words: Set<string>; imports: string[] };

function read(path: string): Said {
  const said: Said = { classes: new Set(), icons: new Set(), words: new Set(), imports: [] };
  const source = ts.createSourceFile(
    path,
    readFileSync(join(SRC, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const visit = (node: ts.Node, into: Set<string> | null): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isImportDeclaration(node))
      said.imports.push(...resolved(path, (node.moduleSpecifier as ts.StringLiteral).text));
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const word of node.text.split(/\s+/).filter(Boolean)) {
        said.words.add(word);
        into?.add(word);
      }
    // What is compared is not what is given.
    const given = ts.isBinaryExpression(node) && node.operatorToken.getText().length === 3 ? null : into;
    ts.forEachChild(node, (child) => visit(child, intoOf(node, said) ?? given));
  };
  visit(source, null);
  return said;
}

function intoOf(node: ts.Node, { classes, icons }: Said): Set<string> | null {
  if (!ts.isJsxAttribute(node) && !ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return null;
  const name = node.name.getText();
  if (/^(className|classes)$/.test(name)) return classes;
  const ofIcon = ts.isJsxAttribute(node) && node.parent.parent.getText().startsWith('<Icon');
  return name === 'icon' || name === 'ICONS' || (name === 'name' && ofIcon) ? icons : null;
}

function resolved(from: string, to: string): string[] {
  const path = relative(SRC, join(SRC, dirname(from), to)).replaceAll('\\', '/');
  return ['', '.ts', '.tsx']
    .map((end) => path + end)
    .filter((each) => /\.\w+$/.test(each) && existsSync(join(SRC, each)));
}

const all = new Map(scripts.map((path) => [path, read(path)]));

function reachedFrom(entry: string, reached = new Set<string>()): Set<string> {
  if (reached.has(entry)) return reached;
  reached.add(entry);
  for (const next of all.get(entry)?.imports ?? []) reachedFrom(next, reached);
  return reached;
}

const pages = scripts.filter((path) => /(^|\/)pages\/[\w-]+\/index\.tsx$/.test(path));
const everywhere = [...reachedFrom('app.tsx')].flatMap(classesIn);

test.each(pages)('%s brings the styles of every class it gives, and the drawing of every icon', (page) => {
  const reached = [...reachedFrom(page)];
  const defined = [...everywhere, ...reached.flatMap(classesIn)];
  const of = (what: 'classes' | 'icons') => reached.flatMap((path) => [...(all.get(path)?.[what] ?? [])]);
  const wanted = [...of('classes'), ...of('icons').map((name) => `icon-${name}`)];
  const missing = wanted.filter((name) =>
    name.endsWith('-') ? !defined.some((each) => each.startsWith(name)) : !defined.includes(name),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test('no class is defined that nobody gives', () => {
  const given = new Set([...all.values()].flatMap(({ words }) => [...words]));
  const shared = ['rules', 'story']
    .map((file) => readFileSync(join(SRC, `../../shared/requests/${file}.ts`), 'utf8'))
    .join();
  const used = (name: string) =>
    given.has(name) ||
    TAROS.test(name) ||
    shared.includes(`'${name}'`) ||
    [...given].some((start) => start.endsWith('-') && name.startsWith(start) && isWord(name.slice(start.length)));
  const isWord = (rest: string) => given.has(rest) || /^\d$/.test(rest);
  expect([...new Set(styles.flatMap(classesIn))].filter((name) => !used(name))).toEqual([]);
});

test('every token is declared, and every declared one is used', () => {
  const declared = new Set<string>();
  const used = new Set<string>();
  for (const style of compiled.values())
    style.walkDecls(({ prop, value }) => {
      if (prop.startsWith('--')) declared.add(prop);
      for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g)) used.add(name);
    });
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  expect([...declared].filter((name) => !used.has(name))).toEqual([]);
});
