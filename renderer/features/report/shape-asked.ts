/** Heard by the view while it is there. */
export const shapeAsked = new EventTarget();

/** Opens the dialog that shapes the report, when the view is there. */
export function startShape(): void {
  shapeAsked.dispatchEvent(new Event('shape'));
}
