import type { Block } from '../document.ts';
import { own, small } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

type WrittenField = 'summary' | 'rootCause' | 'impact' | 'recommendations';

/** A section that people write themselves; unwritten is said, contested stands side by side. */
export function writeWrittenText(
  model: ReportModel,
  words: Words,
  field: WrittenField,
): readonly Block[] {
  const values = model.fields[field].filter(({ value }) => value.trim() !== '');
  if (values.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('notWritten'))] }];
  const texts = values.map(({ value, by, wall }): readonly Block[] => [
    ...paragraphsOf(value, words),
    {
      kind: 'paragraph',
      tone: 'small',
      content: words.compose('writtenBy', {
        by: words.typed(by),
        time: own(words.moment(wall)),
      }),
    },
  ]);
  if (texts.length === 1) return texts.flat();
  return [
    { kind: 'paragraph', content: [small(own(words.say('sideBySide')))] },
    ...texts.map((blocks, index): Block => ({
      kind: 'note',
      tone: 'open',
      title: words.say('version', { n: index + 1 }),
      blocks,
    })),
  ];
}

/** Paragraphs at empty lines; other line breaks stay as they were typed. */
export function paragraphsOf(text: string, words: Words): readonly Block[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/^\n+/, '').trimEnd())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', content: [words.typed(part)] }));
}
