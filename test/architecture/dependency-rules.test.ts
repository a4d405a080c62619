import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { projectRoot } from '../../build/build-identity.mjs';
import { runTool } from './run-tool.ts';
import { ScratchTree } from './scratch-tree.ts';

interface CruiseReport {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
}

/** For each rule a file that breaks it; what it imports is written too, so that nothing else is wrong. */
const violations: Record<
  string,
  { from: string; imports: string; exists?: Record<string, string> }
> = {
  'shared-stays-portable': { from: 'shared/domain/node.ts', imports: 'node:fs' },
  'lib-knows-nothing': { from: 'shared/lib/low.ts', imports: '../domain/entry.ts' },
  'domain-knows-only-lib': { from: 'shared/domain/high.ts', imports: '../journal/fold.ts' },
  'journal-and-catalogue-know-only-the-domain': {
    from: 'shared/journal/wide.ts',
    imports: '#shared/catalogue/stages.ts',
  },
  'indicators-know-only-the-domain': {
    from: 'shared/indicators/wide.ts',
    imports: '#shared/journal/fold.ts',
  },
  'only-data-knows-dexie': { from: 'renderer/records/rows.ts', imports: 'dexie' },
  'processes-do-not-know-each-other': {
    from: 'renderer/records/main.ts',
    imports: '../../electron/window.ts',
  },
  'renderer-runs-in-a-browser': { from: 'renderer/app/native.ts', imports: 'electron' },
  'renderer-needs-no-node': { from: 'renderer/app/disk.ts', imports: 'node:path' },
  'notebook-needs-no-electron': { from: 'electron/notebook/native.ts', imports: 'electron' },
  'preload-only-forwards': {
    from: 'electron/preload/preload.ts',
    imports: '#shared/domain/entry.ts',
  },
  'features-are-closed': {
    from: 'renderer/features/report/nosy.ts',
    imports: '../timeline/row.ts',
  },
  'features-know-no-app': {
    from: 'renderer/features/report/upward.ts',
    imports: '../../app/frame.ts',
  },
  'records-know-no-feature': {
    from: 'renderer/records/upward.ts',
    imports: '../features/timeline/row.ts',
  },
  'ui-has-no-domain-words': { from: 'renderer/ui/worded.ts', imports: '#shared/domain/entry.ts' },
  'data-shows-nothing': { from: 'renderer/data/seen.ts', imports: '../ui/button.ts' },
  'product-without-tests-and-build': { from: 'electron/tested.ts', imports: '../test/builder.ts' },
  'product-without-development-packages': { from: 'electron/late.ts', imports: 'js-yaml' },
  'packages-are-declared': { from: 'electron/lucky.ts', imports: 'scheduler' },
  'imports-exist': { from: 'electron/lost.ts', imports: './nowhere.ts' },
  'no-cycles': {
    from: 'electron/one.ts',
    imports: './two.ts',
    exists: { 'electron/two.ts': "export * from './one.ts';\n" },
  },
};

const innocent = {
  'shared/domain/entry.ts': 'export const entry = 1;\n',
  'shared/journal/fold.ts': 'export const fold = 1;\n',
  'shared/catalogue/stages.ts': 'export const stages = 1;\n',
  'shared/ipc/channels.ts': 'export const channels = 1;\n',
  'electron/window.ts': 'export const window = 1;\n',
  'renderer/ui/button.ts': 'export const button = 1;\n',
  'renderer/app/frame.ts': 'export const frame = 1;\n',
  'renderer/features/timeline/row.ts': 'export const row = 1;\n',
  'renderer/features/timeline/rows.ts':
    "export { row } from './row.ts';\nexport { button } from '../../ui/button.ts';\n",
  'renderer/data/tables.ts':
    "export { Dexie } from 'dexie';\nexport { entry } from '#shared/domain/entry.ts';\n",
  'test/builder.ts': 'export const builder = 1;\n',
};

function cruise(folder: string): CruiseReport {
  const folders = ['shared', 'electron', 'renderer', 'test'];
  const { stdout } = runTool(
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders],
    folder,
  );
  return JSON.parse(stdout) as CruiseReport;
}

describe('the import rules', () => {
  const tree = new ScratchTree();
  let report: CruiseReport;

  beforeAll(() => {
    tree.write(innocent);
    for (const { from, imports, exists = {} } of Object.values(violations)) {
      tree.write({ [from]: `export * from '${imports}';\n`, ...exists });
    }
    report = cruise(tree.folder);
  }, 60_000);

  afterAll(() => tree.remove());

  test('each has a violation to catch here', () => {
    expect(Object.keys(violations).toSorted()).toEqual(
      config.forbidden?.map((rule) => rule.name).toSorted(),
    );
  });

  test.each(Object.entries(violations))('%s catches its violation', (rule, { from }) => {
    expect(
      report.summary.violations
        .filter((found) => found.from === from)
        .map((found) => found.rule.name),
    ).toContain(rule);
  });

  test('leave innocent files alone', () => {
    expect(report.summary.violations.filter((found) => found.from in innocent)).toEqual([]);
  });
});

test('the real cruise sees the whole program', () => {
  // With a TypeScript it cannot read, dependency-cruiser sees nothing and is content: check:architecture would pass.
  const { summary } = cruise(projectRoot);

  expect(summary.totalCruised).toBeGreaterThan(200);
}, 60_000);
