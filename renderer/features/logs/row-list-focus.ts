/** Ids by which the keyboard finds its way from outside the view. */
export const rowListId = 'log-rows';
export const rowSearchId = 'log-search';

function focus(id: string): boolean {
  const element = document.getElementById(id);
  const control = element?.querySelector<HTMLElement>('input') ?? element;
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
  return control !== null;
}

/** Puts the keyboard into the rows; false when they are not on the screen. */
export function focusRows(): boolean {
  return focus(rowListId);
}

/** Puts the keyboard into the search over the rows; false when it is not on the screen. */
export function focusRowSearch(): boolean {
  return focus(rowSearchId);
}
