/** The one origin of the interface; Dexie's databases belong to it, so it never changes. */
export const appScheme = 'app';
const appHost = 'kiroku';
const appOrigin = `${appScheme}://${appHost}`;
export const appStartUrl = `${appOrigin}/index.html`;
/** The same page as the second window of a meeting. */
export const appNotesUrl = `${appStartUrl}#notes`;

/** True for addresses of our own interface. */
export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${appScheme}:` && host === appHost;
  } catch {
    // No address at all (Electron gives '' for a frame without a document).
    return false;
  }
}
