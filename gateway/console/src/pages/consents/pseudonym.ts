/** The form of a data subject's pseudonym: a SHA-256 digest in hexadecimal. */
export const PSEUDONYM = /^[0-9a-f]{64}$/;
