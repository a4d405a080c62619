import type { App } from 'electron';
import path from 'node:path';
import { userDataFolder } from './cli/user-data.ts';

/** Keys, profile and settings in one folder, the same that the command line uses. */
export function placeUserData(app: App, env: NodeJS.ProcessEnv): string {
  const folder = userDataFolder(env);
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return folder;
}

/** Where new notebooks go unless somebody chooses another place. */
export function notebooksFolder(app: App, env: NodeJS.ProcessEnv): string {
  const wanted = env['KIROKU_NOTEBOOKS'];
  if (wanted !== undefined && wanted !== '') return path.resolve(wanted);
  return path.join(app.getPath('documents'), 'Kiroku');
}
