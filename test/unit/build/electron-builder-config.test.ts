import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../build/build-identity.mjs';

interface BuilderConfig {
  files: string[];
  electronFuses: Record<string, boolean>;
}

const text = readFileSync(path.join(projectRoot, 'electron-builder.yml'), 'utf8');
const config = load(text) as BuilderConfig;

function compileSchema() {
  const builder = createRequire(
    path.join(projectRoot, 'node_modules/electron-builder/package.json'),
  );
  const file = builder.resolve('app-builder-lib/scheme.json');
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
}

const isValid = compileSchema();

describe('electron-builder.yml', () => {
  test('is what electron-builder understands', () => {
    expect([isValid(config), isValid.errors]).toEqual([true, null]);
  });

  test('is held against a schema that finds mistakes', () => {
    expect(isValid({ ...config, electronFuzes: {} })).toBe(false);
    expect(isValid({ ...config, electronFuses: { runAsNode: 'no' } })).toBe(false);
  });

  test('packages bundles and the manifest only', () => {
    const included = config.files.filter((pattern) => !pattern.startsWith('!'));

    expect(included).toEqual(['package.json', 'dist/**/*']);
    expect(config.files).toContain('!node_modules/**/*');
    expect(config.files).toContain('!dist/**/*.map');
  });

  test('closes every door that the application does not use', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: false,
    });
  });
});
