import type { WebContents } from 'electron';

/** `webviewTag` is off; should a page get one all the same, it is not attached. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
