import type { Formers, Json } from '../platform/formers';

/** Notifications as version 1 of the API spoke of them: all of them about a request, or about nothing. */
export const formers: Formers = {
  list: {
    reply: ({ items, next }) => ({
      items: items.map(({ subject, page: _, ...item }: Json) => ({
        ...item,
        requestId: subject?.context === 'requests' ? subject.id : null,
      })),
      next,
    }),
  },
};
