/** Kinds of purposes that the forms offer; the API takes others, too. */
export const PURPOSES = ['research', 'statistics', 'administration', 'operations'] as const;
