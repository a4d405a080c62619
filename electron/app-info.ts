import type { IpcReply } from '#shared/ipc/contract.ts';

type AppInfo = Extract<IpcReply<'app:info'>, { ok: true }>['value'];

/** The oldest Electron that is shipped; what is older is for development and tests. */
const oldestShipped = 45;

/** What this program is and runs on. */
export function readAppInfo(): AppInfo {
  const { electron, chrome, node } = process.versions;
  return {
    version: __KIROKU_BUILD__.version,
    commit: __KIROKU_BUILD__.commit,
    runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    platform: `${process.platform} ${process.arch}`,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    testRuntime: Number.parseInt(electron, 10) < oldestShipped,
  };
}
