import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `babel.config.js` leaves the conditions of every lifecycle's table out of what a phone carries: whoever asked there would be told that all is allowed. */
const SRC = join(__dirname, '../src');
const ASKS = /\b(refusal|refusalOf|moveOf|wayOf|stateAfter|actsOf|lifeOf|viewersOf|isHandledBy|tellsOf)\b/;

test('no page asks a lifecycle what may happen: what is offered comes from the server', () => {
  const asking = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(/import (?!type)[^;]*? from '[^']*lifecycle'/g)]
        .filter(([words]) => ASKS.test(words))
        .map(([words]) => `${file}: ${words}`),
    );
  expect(asking).toEqual([]);
});
