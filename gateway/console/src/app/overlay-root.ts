/**
 * Where dialogs and drawers are drawn. In the body itself the component library would lock scrolling by a style of its own
 * making, which the page's policy refuses; here it leaves that alone.
 */
export function overlayRoot(): HTMLElement {
  return document.getElementById('root') ?? document.body;
}
