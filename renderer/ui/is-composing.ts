type KeyPress = {
  readonly keyCode?: number;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing?: boolean; readonly keyCode?: number };
};

/** True while an input method composes: its Enter and Escape belong to it, not to the application. */
export function isComposing(event: KeyPress): boolean {
  const native = event.nativeEvent ?? event;
  // 229: Chromium reports the key that ends a composition after `compositionend`.
  return native.isComposing === true || native.keyCode === 229;
}
