import type { Binding } from '../platform/http';

export const office: Binding[] = [];
