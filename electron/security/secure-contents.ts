import type { App, Session } from 'electron';
import { blockRequests } from './block-requests.ts';
import { denyDownloads } from './deny-downloads.ts';
import { denyNavigation } from './deny-navigation.ts';
import { denyNewWindows } from './deny-new-windows.ts';
import { denyWebviews } from './deny-webviews.ts';
import { limitPermissions } from './limit-permissions.ts';
import { silenceSpellChecker } from './silence-spell-checker.ts';
import { silenceWebRtc } from './silence-webrtc.ts';

/** Whatever contents come to be, and by whatever way, get the same walls. */
export function secureEveryContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
    denyWebviews(contents);
    silenceWebRtc(contents);
  });
}

/** The walls around a session, called before its first page; `schemes` are all that it may load. */
export function secureSession(
  session: Session,
  { schemes }: { readonly schemes: readonly string[] },
): void {
  silenceSpellChecker(session);
  blockRequests(session, schemes);
  limitPermissions(session);
  denyDownloads(session);
}
