// node build/complete-lock.mjs: adds to package-lock.json the packages for other systems that npm left out.
// npm writes only those optional packages that the registry of this machine has, and npm ci then refuses the lock.
import './require-node.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 */

/**
 * The entries that are missing: exact versions from the packages that want them, the system from the name.
 *
 * @param {Record<string, LockEntry>} packages
 * @returns {Record<string, LockEntry>}
 */
export function findMissingEntries(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const entry of Object.values(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (Object.keys(packages).some((at) => at.endsWith(`node_modules/${name}`))) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...systemOf(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/** @param {string} name such as @oxlint/binding-linux-x64-musl */
function systemOf(name) {
  const [, os, cpu, libc] =
    /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (os === undefined || cpu === undefined)
    throw new Error(`Which system is ${name} for? Add its entry to package-lock.json by hand.`);
  if (os !== 'linux' || libc === undefined) return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(projectRoot, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = findMissingEntries(lock.packages);
  const sorted = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} entries added.`);
}
