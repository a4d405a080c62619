/** Every request that the window may make of the main process; the bridge has one function for each. */
export const ipcChannels = [
  'app:info',
  'settings:read',
  'settings:change',
  'draft:read',
  'draft:save',
  'notebook:recent',
  'notebook:create',
  'notebook:open',
  'notebook:example',
  'notebook:close',
  'notebook:lines',
  'notebook:append',
  'notebook:verify',
  'evidence:pick',
  'evidence:drop',
  'evidence:paste',
  'evidence:cancel',
  'log:pick',
  'log:drop',
  'log:preview',
  'log:stop-preview',
  'log:import',
  'rescue:pick',
  'rescue:look',
  'rescue:rows',
  'rescue:import',
  'rows:open',
  'rows:skipped',
  'rows:search',
  'rows:page',
  'rows:ranks',
  'rows:days',
  'rows:original',
  'report:export',
  'case:preview',
  'case:export',
  'bundle:write',
  'copy:pick',
  'copy:look',
  'copy:take',
  'seal:write',
  'seal:check',
  'custody:form',
] as const;

export type IpcChannel = (typeof ipcChannels)[number];

/** Everything that the main process tells the window without being asked. */
export const ipcEvents = ['journal:appended', 'job:changed', 'rows:found', 'command:run'] as const;

export type IpcEvent = (typeof ipcEvents)[number];
