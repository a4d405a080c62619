import { closeSync, openSync, readSync } from 'node:fs';

/** @typedef {{ files?: Record<string, AsarEntry> }} AsarEntry */

/**
 * The paths of all files in an asar archive.
 *
 * Format: https://github.com/electron/asar#format
 *
 * @param {string} archive
 */
export function listPackagedFiles(archive) {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    return listEntries(JSON.parse(header.toString('utf8')), '');
  } finally {
    closeSync(file);
  }
}

/** Whether a file belongs into the application: bundles without their maps, and the manifest. @param {string} file */
export function belongsToProduct(file) {
  return (
    file === 'package.json' ||
    (/^dist\/(cli\.mjs|main\/|renderer\/)/.test(file) && !file.endsWith('.map'))
  );
}

/** @param {AsarEntry} entry @param {string} prefix @returns {string[]} */
function listEntries(entry, prefix) {
  return Object.entries(entry.files ?? {}).flatMap(([name, child]) =>
    child.files ? listEntries(child, `${prefix}${name}/`) : [`${prefix}${name}`],
  );
}
