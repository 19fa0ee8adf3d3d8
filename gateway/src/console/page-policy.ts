/**
 * What a page may load and do: itself and nothing else. Scripts and connections go to this origin only, nothing inline runs,
 * and no other site may frame a page. Styles are files, too; the console's component library writes some at run time, which
 * the browser takes by the nonce of the answer (W3C CSP 3, §7.2).
 */
export function pagePolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A page may use the camera to read a QR code, and nothing else of the device. */
export const PERMISSIONS = 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()';
