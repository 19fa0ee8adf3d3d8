/** True in the verifier that is saved as one file: it has no gateway to ask. */
declare const __OFFLINE__: boolean;
