import { routesOf } from './routes';

const bindings = [
  { procedure: { name: 'one', method: 'GET', path: '/things/{id}' } },
  { procedure: { name: 'mine', method: 'GET', path: '/things/mine' } },
  { procedure: { name: 'add', method: 'POST', path: '/things' } },
  { procedure: { name: 'end', method: 'PUT', path: '/things/{id}/parts/{part}' } },
] as const;
const routes = routesOf(bindings);
const found = (method: string, path: string) => {
  const route = routes.find(method, path.split('/'));
  return route && [route.binding.procedure.name, route.named];
};

test('what is written out goes before a name, and names have their values, decoded where they can be', () => {
  expect(found('GET', 'things/mine')).toEqual(['mine', {}]);
  expect(found('HEAD', 'things/x')).toEqual(['one', { id: 'x' }]);
  expect(found('PUT', 'things/a%2Fb/parts/%zz')).toEqual(['end', { id: 'a/b', part: '%zz' }]);
});

test.each(['things/', 'things/x/', '/things/x', 'things/x/parts', 'other'])('%p fits nothing', (path) => {
  expect(found('GET', path)).toBeNull();
});

test('a path says what it allows', () => {
  const methodsOf = (path: string) => routes.methodsOf(path.split('/'));
  expect(methodsOf('things/x')).toEqual(['GET', 'HEAD']);
  expect(methodsOf('things')).toEqual(['POST']);
  expect(methodsOf('nowhere')).toEqual([]);
});
