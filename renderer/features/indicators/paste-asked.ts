/** Heard by the view while it is there. */
export const pasteAsked = new EventTarget();

/** Opens the dialog for a pasted text, when the view is there. */
export function startPaste(): void {
  pasteAsked.dispatchEvent(new Event('paste'));
}
