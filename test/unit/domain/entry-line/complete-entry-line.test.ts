import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionAt } from '#shared/domain/entry-line/complete-entry-line.ts';

/** The caret stands at `|`. */
function at(marked: string): ReturnType<typeof completionAt> {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

test.each([
  ['@|', 'host', '', 0, 1],
  ['14:02 @pa|', 'host', 'pa', 6, 9],
  ['14:02 @pa|cs then', 'host', 'pa', 6, 11],
  ['＠給食|', 'host', '給食', 0, 3],
  ['x #vp|', 'tag', 'vp', 2, 5],
  ['x !del|', 'stage', 'del', 2, 6],
  ['x　！配|', 'stage', '配', 2, 4],
  ['x /T15|', 'technique', 'T15', 2, 6],
  ['x /phish|', 'technique', 'phish', 2, 8],
  ['x ^E-0|', 'evidence', 'E-0', 2, 6],
  ['x :dec|', 'kind', 'dec', 2, 6],
  ['x &svc|', 'account', 'svc', 2, 6],
  ['x ＄d|', 'source', 'd', 2, 4],
  ['x $"badge re|', 'source', 'badge re', 2, 12],
  ['x =#21|', 'link', '#21', 2, 6],
  ['x ?#|', 'link', '#', 2, 4],
  ['line\n@pa|', 'host', 'pa', 5, 8],
  ['on @"ward 3|', 'host', 'ward 3', 3, 11],
  ['on @"ward| 3" x', 'host', 'ward', 3, 12],
])('%s', (marked, kind, query, start, end) => {
  expect(at(marked)).toEqual({ kind, query, start, end });
});

test.each([
  '|@pa',
  'word|',
  '@pa |',
  'user@example|',
  '\\@home|',
  'cat /var/log|',
  '10.0.0.0 /24|',
  '10/31|',
  '14:02|',
  'x ?|',
  'x =|',
  'x >a|',
  'x *|',
  'on @"ward 3" and|',
  'on @"ward 3"|',
  'on @"ward\n3|',
  '',
])('nothing is offered: %j', (marked) => {
  expect(marked === '' ? completionAt('', 0) : at(marked)).toBeUndefined();
});

test('what is replaced is a stretch of the line around the caret', () => {
  const property = fc.property(
    fc.array(fc.constantFrom('@', '#', '!', '"', '「', ' ', '\n', 'a', '/', 'T1'), {
      maxLength: 20,
    }),
    fc.nat(30),
    (parts, caret) => {
      const line = parts.join('');
      const found = completionAt(line, caret);
      const isAround = found && found.start < caret && caret <= found.end;
      return found === undefined || (isAround === true && found.end <= line.length);
    },
  );
  const { failed, counterexample } = fc.check(property, { numRuns: 2_000 });
  expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
});
