import { Hono } from 'hono';
import { explained, owned, standing, subjects } from '../app';
import type { Services } from '../platform/call';
import { type Binding, mountApi } from '../platform/http';

/** An API of nothing but these procedures, whose paths begin with `/tests/`. */
export function testsApp(bindings: readonly Binding[], services: Services): Hono {
  const documented = async () => bindings.map(({ procedure }) => procedure);
  return mountApi(new Hono(), { tests: async () => bindings }, services, {
    documented,
    standing,
    subjects,
    owned,
    explained,
  });
}
