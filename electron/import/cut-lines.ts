import { type Cutter, type CutOptions, longestRecord } from './cutter.ts';

/** Cuts lines, without their breaks. */
export function cutLines({ sink, newline, limit = longestRecord }: CutOptions): Cutter {
  let line = 1;
  let isDropping = false;
  return {
    cut(text, isEnd) {
      let at = 0;
      if (isDropping) {
        const end = text.indexOf(newline);
        if (end === -1) return text.length;
        isDropping = false;
        line += 1;
        at = end + 1;
      }
      for (;;) {
        const found = text.indexOf(newline, at);
        const end = found === -1 ? text.length : found;
        if (end - at > limit) {
          sink.broken('too-long', line);
          isDropping = found === -1;
          if (isDropping) return text.length;
        } else if (found !== -1 || (isEnd && at < end)) {
          const last = end > at && text.codePointAt(end - 1) === 0x0d ? end - 1 : end;
          sink.record(text.slice(at, last), at, last, line);
        }
        if (found === -1) return isEnd ? text.length : at;
        line += 1;
        at = found + 1;
      }
    },
  };
}
