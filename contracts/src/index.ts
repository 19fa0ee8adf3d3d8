/** The public-chain anchor and its typed client. */
export {};
