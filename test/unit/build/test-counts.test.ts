import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addCounts,
  closingLine,
  readPlaywrightCounts,
  readVitestCounts,
} from '../../../build/test-counts.mjs';
import { temporaryFolder } from './temporary-folder.ts';

function written(report: unknown): string {
  const file = path.join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

function vitestReport(given: object) {
  return {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...given,
  };
}

function playwrightReport(given: object) {
  return { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...given }, errors: [] };
}

describe('the counts of vitest', () => {
  test('are taken as they are', () => {
    expect(
      readVitestCounts(
        written(vitestReport({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })),
        1,
      ),
    ).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });

  test('have a failure for a file that could not be loaded', () => {
    const report = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] });

    expect(readVitestCounts(written(report), 1).failed).toBe(1);
  });

  test('have a failure for a run that ended badly though every test passed', () => {
    expect(readVitestCounts(written(vitestReport({})), 1).failed).toBe(1);
  });

  test('have a failure for a run that left no report', () => {
    expect(readVitestCounts('/nowhere/report.json', 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('the counts of Playwright', () => {
  test('take a flaky test for a failed one', () => {
    expect(
      readPlaywrightCounts(written(playwrightReport({ unexpected: 1, flaky: 1, skipped: 4 })), 1),
    ).toEqual({
      passed: 3,
      failed: 2,
      skipped: 4,
    });
  });

  test('have a failure for an error outside every test', () => {
    expect(
      readPlaywrightCounts(written({ ...playwrightReport({}), errors: [{ message: 'x' }] }), 1)
        .failed,
    ).toBe(1);
  });
});

test('the closing line is one plain line with the skipped tests named', () => {
  const total = addCounts([
    { passed: 5, failed: 1, skipped: 0 },
    { passed: 3, failed: 0, skipped: 2 },
  ]);

  expect(closingLine(total)).toBe('8 passed, 1 failed, 2 skipped');
  expect(closingLine({ passed: 8, failed: 0, skipped: 0 })).toBe('8 passed, 0 failed');
});
