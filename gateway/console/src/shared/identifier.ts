/** Ids of organisations, resources and connections: chaincode's `isIdentifier`. */
export const IDENTIFIER = /^[a-z][a-z0-9-]{1,39}$/;
