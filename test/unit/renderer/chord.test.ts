import { expect, test } from 'vitest';
import { buildCommands, type CommandTarget } from '../../../renderer/app/commands.ts';
import { matchesChord, worksWhileTyping } from '../../../renderer/app/chord.ts';
import { say } from '#shared/i18n/messages.ts';

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

test.each([
  ['Mod+K', press('k', { ctrlKey: true }), true],
  ['Mod+K', press('k'), false],
  ['Mod+K', press('k', { ctrlKey: true, altKey: true }), false],
  ['n', press('n'), true],
  ['n', press('n', { ctrlKey: true }), false],
  ['?', press('?', { shiftKey: true }), true],
  ['Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true],
  ['1', press('1', { altKey: true }), false],
])('%s', (chord, event, expected) => {
  expect(matchesChord(event, chord)).toBe(expected);
});

const savedFilters: CommandTarget['savedFilters'] = [{ id: '0', name: 'VPN', filter: {} }];

const everything = (language: 'en' | 'ja') =>
  buildCommands({
    say: (message, values) => say(language, message, values),
    language,
    hasEntry: true,
    canWrite: true,
    savedFilters,
  } as CommandTarget);

test('no two commands listen to one key, and every key that types needs an idle keyboard', () => {
  const keys = everything('en').flatMap(({ listed, keys: own }) => (listed ? own : []));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.filter((key) => key.length === 1 && worksWhileTyping(key))).toEqual([]);
});

test.each(['en', 'ja'] as const)(
  'every command has an id and a name of its own (%s)',
  (language) => {
    const listed = everything(language).filter((command) => command.listed);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(new Set(listed.map(({ label }) => label)).size).toBe(listed.length);
  },
);
