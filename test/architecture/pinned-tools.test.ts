import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listChecks } from '../../build/check.mjs';
import { projectRoot } from '../../build/build-identity.mjs';

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(
  readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
) as Manifest;

test('npm run check runs everything, cheapest first', () => {
  expect(listChecks()).toEqual([
    'check:format',
    'check:types',
    'check:lint',
    'check:architecture',
    'check:unused',
    'check:build',
    'check:unit',
    'check:e2e',
  ]);
});

test('every package is pinned to one version', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });

  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('TypeScript stays at 6, which dependency-cruiser can read', () => {
  expect(manifest.devDependencies['typescript']).toMatch(/^6\./);
});
