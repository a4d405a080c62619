import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../build/build-identity.mjs';
import { findMissingEntries } from '../../../build/complete-lock.mjs';
import { findDifferingPackages } from '../../../build/dependencies.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/only-elsewhere': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

test('nothing differs when every package is installed as locked', () => {
  expect(findDifferingPackages(locked, { 'node_modules/zod': locked['node_modules/zod'] })).toBe(0);
});

test('everything differs in a fresh clone', () => {
  expect(findDifferingPackages(locked, undefined)).toBe(1);
});

test('another version or other content differs', () => {
  expect(
    findDifferingPackages(locked, {
      'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' },
    }),
  ).toBe(1);
  expect(
    findDifferingPackages(locked, {
      'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' },
    }),
  ).toBe(1);
});

test('package-lock.json names the packages for every system, without which npm ci refuses it', () => {
  const file = path.join(projectRoot, 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Parameters<typeof findMissingEntries>[0];
  };

  expect(Object.keys(findMissingEntries(packages)), 'run node build/complete-lock.mjs').toEqual([]);
});

test('an entry that npm left out gets its version from who wants it and its system from its name', () => {
  const packages = {
    'node_modules/oxlint': {
      dev: true,
      optionalDependencies: {
        '@oxlint/binding-linux-x64-musl': '1.0.0',
        '@oxlint/binding-win32-x64-msvc': '1.0.0',
      },
    },
    'node_modules/@oxlint/binding-win32-x64-msvc': {},
  };

  expect(findMissingEntries(packages)).toEqual({
    'node_modules/@oxlint/binding-linux-x64-musl': {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  });
});
