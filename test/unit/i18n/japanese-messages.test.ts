import { expect, test } from 'vitest';
import type { Message } from '#shared/i18n/messages.ts';

const files = import.meta.glob<Readonly<Record<string, Readonly<Record<string, Message>>>>>(
  '../../../shared/i18n/*-messages.ts',
  { eager: true },
);
const messages = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported).flatMap((area) =>
    Object.entries(area).map(([name, message]) => ({ name: `${file} ${name}`, message })),
  ),
);
const textsOf = (wrong: RegExp) =>
  messages.filter(({ message }) => wrong.test(message.ja)).map(({ name }) => name);

test('every message is looked at', () => {
  expect(Object.keys(files).length).toBeGreaterThan(10);
  expect(messages.length).toBeGreaterThan(600);
});

test('Japanese messages have full-width brackets, in pairs', () => {
  expect(textsOf(/[()]/)).toEqual([]);
  const unpaired = messages.filter(({ message: { ja } }) => {
    const rest = ja.replaceAll(/（[^（）]*）/g, '');
    return /[（）]/.test(rest);
  });
  expect(unpaired).toEqual([]);
});

test('Japanese messages have full-width colons, and no space beside them or a bracket', () => {
  expect(textsOf(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}」）}]:\s/u)).toEqual([]);
  expect(textsOf(/ [（）：]|[（）：] /)).toEqual([]);
});
