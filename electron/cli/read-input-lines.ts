import { isUtf8 } from 'node:buffer';

const newline = 0x0a;

/**
 * Standard input as lines, whatever pieces it comes in; the last one needs no line end. A line that
 * is not UTF-8 is undefined: what cannot be read must not be saved as something else.
 */
export async function* readInputLines(
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | undefined> {
  let begun: Buffer[] = [];
  let isFirst = true;
  const complete = (last: Buffer): string | undefined => {
    const line = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    begun = [];
    const text = isUtf8(line) ? line.toString('utf8').replace(/\r$/, '') : undefined;
    const isMarked = isFirst && text?.startsWith('\ufeff') === true;
    isFirst = false;
    return isMarked ? text.slice(1) : text;
  };
  for await (const piece of input) {
    const block = Buffer.from(piece);
    let start = 0;
    for (let end = block.indexOf(newline); end >= 0; end = block.indexOf(newline, start)) {
      yield complete(block.subarray(start, end));
      start = end + 1;
    }
    if (start < block.length) begun.push(block.subarray(start));
  }
  if (begun.length > 0) yield complete(Buffer.alloc(0));
}
