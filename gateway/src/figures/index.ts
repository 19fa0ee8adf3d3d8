/** What a browser needs to show and to check figures: nothing of Node. */
export { toBase64url } from './base64url';
export { presentFigures, type Presentation } from './present-figures';
export { claimNames, type PublicJwk, type SignText } from './sd-jwt';
export { verifyFigures, type Expected } from './verify-figures';
