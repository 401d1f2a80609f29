import { allSchedules } from '../app';
import { PARTS, parametersOf } from '../platform/config';

/** Prints what serverless.yml has to know of the code, as JSON, for `from-code.cjs`: the framework reads no TypeScript. */
void allSchedules().then((schedules) => {
  const parameters = Object.fromEntries(PARTS.map((part) => [part, parametersOf(part)]));
  process.stdout.write(JSON.stringify({ schedules, parameters }));
});
