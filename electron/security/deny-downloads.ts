import type { Session } from 'electron';

/** Files leave through a save dialog of the main process, never as a download of a page. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
