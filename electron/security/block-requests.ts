import type { Session } from 'electron';

/** Cancels every request whose scheme is not answered by ourselves, before anything is looked up. */
export function blockRequests(session: Session, schemes: readonly string[]): void {
  const local = new Set(schemes);
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = details.url.slice(0, details.url.indexOf(':') + 1).toLowerCase();
    answer({ cancel: !local.has(scheme) });
  });
}
