import os from 'node:os';
import path from 'node:path';

/** Where the application keeps keys, profile and settings of this user; the same folder as Electron's. */
export function userDataFolder(env: Readonly<Record<string, string | undefined>>): string {
  const wanted = env['KIROKU_USER_DATA'];
  if (wanted !== undefined && wanted !== '') return path.resolve(wanted);
  const home = os.homedir();
  if (process.platform === 'darwin')
    return path.join(home, 'Library', 'Application Support', 'Kiroku');
  if (process.platform === 'win32')
    return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Kiroku');
  const config = env['XDG_CONFIG_HOME'];
  const base =
    config === undefined || !path.isAbsolute(config) ? path.join(home, '.config') : config;
  return path.join(base, 'kiroku');
}
