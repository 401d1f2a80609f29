import type { Plug } from '../../platform/plug';

/** A context with nothing in it. */
export const plug: Plug = { procedures: [] };
