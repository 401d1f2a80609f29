/** Why somebody gets no ballot, which their phone knows before it asks, and where they are heard instead. */
export const SHUT_OUT_WORDS = {
  under_age: '没满 18 岁不能评。有事可以直接告诉代表，或者到联络站说。',
  not_of_county: '您选的村不在本县，不能评。有事可以到联络站说。',
} as const;
