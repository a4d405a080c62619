import type { Session } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** Keep the derived tables on a full disk; copy text at a person's request. */
const allowed: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Camera, microphone, devices, notifications, location and all the rest are refused unasked. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(allowed.has(permission) && isAppUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.has(permission) && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
