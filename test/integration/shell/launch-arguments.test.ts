import { expect, test } from 'vitest';
import { readLaunch } from '../../../electron/launch-arguments.ts';

const packaged = { hasAppFolder: false, workingFolder: '/cases' };
const development = { hasAppFolder: true, workingFolder: '/cases' };

test('opens a window without arguments', () => {
  expect(readLaunch(['kiroku'], packaged)).toEqual({ kind: 'window' });
  expect(readLaunch(['electron', '--no-sandbox', '.'], development)).toEqual({ kind: 'window' });
});

test('opens a folder that is named like a notebook, seen from where the program was started', () => {
  const expected = { kind: 'window', folder: '/cases/ward.kiroku' };
  expect(readLaunch(['kiroku', 'ward.kiroku'], packaged)).toEqual(expected);
  expect(readLaunch(['kiroku', '--lang=ja', './ward.kiroku/'], packaged)).toEqual(expected);
  expect(
    readLaunch(['electron', '--inspect=0', '/app', '/cases/ward.kiroku'], development),
  ).toEqual(expected);
});

test('everything after a verb belongs to the command line', () => {
  const args = ['log', 'ward.kiroku', 'text', '--by', 'Aoki'];
  const expected = { kind: 'command-line', args };
  expect(readLaunch(['kiroku', ...args], packaged)).toEqual(expected);
  expect(readLaunch(['electron', '--no-sandbox', '/app', ...args], development)).toEqual(expected);
});

test('a word that is neither goes to the command line, which says so', () => {
  expect(readLaunch(['kiroku', 'opne'], packaged)).toEqual({
    kind: 'command-line',
    args: ['opne'],
  });
});

test('says how it is used when asked', () => {
  const expected = { kind: 'command-line', args: ['--help'] };
  expect(readLaunch(['kiroku', '--help'], packaged)).toEqual(expected);
});

test('prints a job when it is told to by a switch', () => {
  const expected = { kind: 'print', folder: '/jobs/one' };
  expect(readLaunch(['kiroku', '--kiroku-print=/jobs/one'], packaged)).toEqual(expected);
  expect(readLaunch(['electron', '/app', '--kiroku-print=/jobs/one'], development)).toEqual(
    expected,
  );
});

test('a print switch among the words of a verb is only a word', () => {
  const args = ['log', 'ward.kiroku', '--kiroku-print=/jobs/one'];
  expect(readLaunch(['kiroku', ...args], packaged)).toEqual({ kind: 'command-line', args });
});
