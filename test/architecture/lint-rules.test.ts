import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from './run-tool.ts';
import { ScratchTree } from './scratch-tree.ts';

interface LintReport {
  diagnostics: { code: string; filename: string }[];
}

/** For each rule of ours a file that breaks it. */
const violations: Record<string, { file: string; code: string }> = {
  'typescript(no-floating-promises)': {
    file: 'electron/floating.ts',
    code: 'async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n',
  },
  'typescript(no-explicit-any)': {
    file: 'electron/any.ts',
    code: 'export const anything: any = 1;\n',
  },
  'typescript(switch-exhaustiveness-check)': {
    file: 'shared/switch.ts',
    code: "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  },
  'typescript(consistent-type-imports)': {
    file: 'electron/types.ts',
    code: "import { Server } from 'node:net';\nexport function f(x: Server): Server {\n  return x;\n}\n",
  },
  'import(no-default-export)': { file: 'shared/default.ts', code: 'export default 1;\n' },
  'unicorn(filename-case)': { file: 'shared/camelCase.ts', code: 'export const x = 1;\n' },
  'react-hooks(rules-of-hooks)': {
    file: 'renderer/hooks.tsx',
    code: "import { useState } from 'react';\nexport function View({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
  },
  'react-hooks(exhaustive-deps)': {
    file: 'renderer/deps.tsx',
    code: "import { useEffect } from 'react';\nexport function View({ name }: { name: string }) {\n  useEffect(() => {\n    document.title = name;\n  }, []);\n  return null;\n}\n",
  },
  'react(no-danger)': {
    file: 'renderer/danger.tsx',
    code: "export function View() {\n  return <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n}\n",
  },
  'eslint(no-console)': {
    file: 'electron/console.ts',
    code: "console.log('x');\nexport const x = 1;\n",
  },
  'eslint(max-lines)': {
    file: 'shared/long.ts',
    code: 'export const x = 1;\n'.concat('// y\n'.repeat(400)),
  },
  'eslint(no-restricted-properties)': {
    file: 'renderer/html.ts',
    code: "export function f(e: HTMLElement): void {\n  e.innerHTML = 'x';\n}\n",
  },
  'eslint(no-restricted-properties) in shared': {
    file: 'shared/clock.ts',
    code: 'export function f(): number {\n  return Date.now();\n}\n',
  },
  'vitest(no-restricted-vi-methods)': {
    file: 'test/unit/mock.test.ts',
    code: "import { vi } from 'vitest';\nvi.mock('electron');\n",
  },
};

const folders = ['shared', 'electron', 'renderer', 'test'];

const tsconfig = JSON.stringify({
  extends: './tsconfig.base.json',
  compilerOptions: {
    rootDir: '.',
    outDir: '.cache',
    lib: ['es2023', 'dom'],
    jsx: 'react-jsx',
    types: ['node'],
  },
  include: folders,
});

describe('the lint rules', () => {
  const tree = new ScratchTree();
  let report: LintReport;

  beforeAll(() => {
    tree.write({ 'tsconfig.json': tsconfig, 'shared/innocent.ts': 'export const innocent = 1;\n' });
    for (const { file, code } of Object.values(violations)) tree.write({ [file]: code });
    report = JSON.parse(
      runTool('oxlint', ['--format', 'json', ...folders], tree.folder).stdout,
    ) as LintReport;
  }, 60_000);

  afterAll(() => tree.remove());

  test.each(Object.entries(violations))('%s catches its violation', (rule, { file }) => {
    const found = report.diagnostics.filter((diagnostic) => diagnostic.filename.endsWith(file));
    expect(found.map((diagnostic) => diagnostic.code)).toContain(rule.replace(/ in .*/, ''));
  });

  test('leave an innocent file alone', () => {
    expect(report.diagnostics.filter(({ filename }) => filename.endsWith('innocent.ts'))).toEqual(
      [],
    );
  });
});
