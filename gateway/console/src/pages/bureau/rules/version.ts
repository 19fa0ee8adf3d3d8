/** A rule set's version: a day, and a number where there are several of one day. */
export const VERSION = /^\d{4}-\d{2}-\d{2}(?:\.\d{1,3})?$/;
