import { LineCounter, longestRecord, type Cutter, type CutOptions } from './cutter.ts';

/**
 * Cuts every element of a name, whatever stands around it.
 *
 * No element of that name lies within another in any log: one that begins before the last has ended shows that the
 * last is broken, and nothing after it is lost.
 */
export function cutXml(
  { sink, limit = longestRecord, newline }: CutOptions,
  element: string,
): Cutter {
  const name = element.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  // Some tools put a namespace prefix before every name.
  const begin = new RegExp(String.raw`<(?:[\w.-]{1,64}:)?${name}(?=[\s/>])`, 'g');
  const ending = new RegExp(String.raw`</(?:[\w.-]{1,64}:)?${name}\s*>|${begin.source}`, 'g');
  const lines = new LineCounter(newline);
  const find = (pattern: RegExp, text: string, from: number) => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  return {
    cut(text, isEnd) {
      let at = 0;
      for (;;) {
        const start = find(begin, text, at)?.index;
        if (start === undefined) {
          // The beginning of a tag may stand at the very end.
          const rest = Math.max(at, text.length - element.length - 67);
          return lines.forget(text, isEnd ? text.length : rest);
        }
        const tagEnd = text.indexOf('>', start);
        const isEmpty = tagEnd !== -1 && text[tagEnd - 1] === '/';
        const end = isEmpty ? undefined : (find(ending, text, start + 1) ?? undefined);
        const length = (end?.index ?? text.length) - start;
        if (isEmpty) {
          sink.record(text.slice(start, tagEnd + 1), start, tagEnd + 1, lines.lineAt(text, start));
          at = tagEnd + 1;
        } else if (end?.[0].startsWith('</') === true && length <= limit) {
          const after = end.index + end[0].length;
          sink.record(text.slice(start, after), start, after, lines.lineAt(text, start));
          at = after;
        } else if (end === undefined && !isEnd && length <= limit) {
          return lines.forget(text, start);
        } else {
          sink.broken(length > limit ? 'too-long' : 'broken-xml', lines.lineAt(text, start));
          at = end?.index ?? text.length;
        }
      }
    },
  };
}
