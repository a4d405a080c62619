import { machineIdentity } from './machine.ts';

const longestName = 200;

/** A line says who wrote it: without a name that is the system's user. */
export function writerName(by: string): string {
  const name = by.trim() || machineIdentity().user || '?';
  // By code points: half a surrogate pair could not be written.
  return name.length <= longestName ? name : [...name].slice(0, longestName / 2).join('');
}
