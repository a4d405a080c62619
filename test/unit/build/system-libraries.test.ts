import { expect, test } from 'vitest';
import { chooseAlternatives, librariesNotFound } from '../../../build/system-libraries.mjs';

test('finds the libraries that ldd did not find', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => /lib/x86_64-linux-gnu/libgtk-3.so.0 (0x00007f)',
    '\tlibasound.so.2 => not found',
    '',
  ].join('\n');

  expect(librariesNotFound(output)).toEqual(['libnss3.so', 'libasound.so.2']);
});

test('takes the name that this system has for a package', () => {
  const packages = ['libgtk-3-0t64|libgtk-3-0', 'libnss3'];

  expect(
    chooseAlternatives(packages, (name) => name === 'libgtk-3-0' || name === 'libnss3'),
  ).toEqual(['libgtk-3-0', 'libnss3']);
  expect(chooseAlternatives(packages, (name) => name !== 'libgtk-3-0')).toEqual([
    'libgtk-3-0t64',
    'libnss3',
  ]);
});
