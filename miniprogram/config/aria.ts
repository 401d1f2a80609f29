import { Compilation, type Compiler, sources } from 'webpack';

const ANCHOR = 'id="{{i.uid||i.sid}}"';
const ELEMENT = /<([a-z-]+) ([^<>]*?)id="\{\{i\.uid\|\|i\.sid\}\}"/g;
/** Nobody here listens to these, animates by them or wants them other than they are, and every level of the templates repeats them. */
const NAMES = [
  'hover-[a-z-]+|animation|bind(animation|transition|touch|longpress)[a-z]*',
  'selectable|space|decode|user-select|overflow|max-lines',
  'safe-password-[a-z-]+|session-from|send-message-[a-z]+|app-parameter|show-message-card|business-id',
  'bind(getuserinfo|contact|opensetting|launchapp|chooseavatar|getrealtimephonenumber)',
  // Of views, buttons and pictures.
  'catchtouchmove|size|plain|loading|form-type|lang|binderror',
  // Of fields.
  'password|placeholder-style|cursor|cursor-color|selection-[a-z]+|confirm-hold|always-embed|adjust-position|hold-keyboard|auto-fill',
  'auto-focus|fixed|show-confirm-bar|disable-default-padding|bindlinechange|bindnicknamereview|bindselectionchange|bindkeyboard[a-z]+',
  // Of the picker, which is one of days.
  'range(-key)?|custom-item|header-text|level|fields|bindcolumnchange|bindcancel',
];
const UNUSED = new RegExp(`(?<=^| )(${NAMES.join('|')})="[^"]*" `, 'g');
/** `scroll-view` comes unasked with Taro and is a quarter of the templates; pages scroll by themselves. */
const SCROLL_VIEW = /<template name="tmpl_\d+_\d+"><scroll-view .*?<\/scroll-view><\/template>/g;
const SAID = ['role', 'label', 'hidden'];
const CHOSEN = ['checked', 'selected'];

/** Only a view can be pressed (`Press`), and only what can be pressed can be chosen. */
function ariaFor(tag: string, attributes: string): string {
  const chosen = attributes.includes('bindtap') ? CHOSEN : [];
  const names = tag === 'view' ? [...SAID, 'disabled', ...chosen] : SAID;
  return names.map((name) => `aria-${name}="{{i.aria${name[0]?.toUpperCase()}${name.slice(1)}}}"`).join(' ');
}

const TEMPLATE = /<template name="(tmpl_\d+)_(\w+)">(<.*?)<\/template>/g;

/** Of each level's templates that are the same one is written out, and the others lead to it: so more levels fit. */
function oneOfEach(templates: string): string {
  const written = new Map<string, string>();
  return templates.replace(TEMPLATE, (whole, level: string, name: string, body: string) => {
    const key = `${level} ${body}`;
    const first = written.get(key);
    if (!first) written.set(key, name);
    return first
      ? `<template name="${level}_${name}"><template is="${level}_${first}" data="{{i:i,c:c,l:l}}"/></template>`
      : whole;
  });
}

/** Taro's minifier takes a field for HTML's, which needs no end; WeChat's compiler wants one. */
const OPEN_INPUT = /(<input [^<>]*[^/<>])>(?!<\/input>)/g;
/** How far what is typed stays above the keyboard: the line that follows, and the letters' own count under it. */
const ABOVE_KEYBOARD = 'cursor-spacing="96"';

export function slim(templates: string): string {
  const said = templates
    .replace(SCROLL_VIEW, '')
    .replace(OPEN_INPUT, '$1/>')
    .replace(/cursor-spacing="[^"]*"/g, ABOVE_KEYBOARD)
    .replace(
      ELEMENT,
      (_, tag: string, attributes: string) =>
        `<${tag} ${attributes.replace(UNUSED, '')}${ANCHOR} ${ariaFor(tag, attributes)}`,
    );
  return oneOfEach(said);
}

/**
 * Taro's templates pass on the attributes Taro knows, and those for screen readers are not among them (基础库 2.7.1 has them).
 * This adds them to the elements of `base.wxml` — an element without one gets an empty attribute, which means nothing — and takes out what
 * nobody uses or stands there twice.
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
        compilation.updateAsset('base.wxml', new sources.RawSource(slim(text)));
        // Its minifier leaves the templates' script as it is.
        const script = assets['utils.wxs']?.source().toString() ?? '';
        compilation.updateAsset(
          'utils.wxs',
          new sources.RawSource(script.replace(/^ +/gm, '').replace(/\s*([{}])\s*/g, '$1')),
        );
      });
    });
  }
}
