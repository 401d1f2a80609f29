import { isPromiseMissing } from './rules';
import { RESULT_CLASSES } from './values';

test('what is under way has a day; every other class may have one, and a phone of yesterday knows none', () => {
  expect(RESULT_CLASSES.filter((one) => isPromiseMissing(one, []))).toEqual(['B']);
  expect(RESULT_CLASSES.filter((one) => isPromiseMissing(one, [{}]))).toEqual([]);
  expect(RESULT_CLASSES.filter((one) => isPromiseMissing(one, undefined))).toEqual([]);
});
