/** An access token is short: a withdrawn role is gone within this time even where nobody asks the database. */
export const ACCESS_MINUTES = 15;

/** A session nobody renews for this long has ended. */
export const SESSION_DAYS = 30;
