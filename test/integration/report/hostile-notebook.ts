import fc from 'fast-check';
import { templateById, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { emptyState, type NotebookState } from '#shared/journal/fold.ts';
import type { Origin } from '#shared/journal/records.ts';
import { testId } from '../../fixtures/test-device.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const origin: Origin = {
  feed: `k1-${'a'.repeat(32)}`,
  seq: 1,
  hash: 'b'.repeat(64),
  lam: 1,
  by: 'x',
  wall: Date.UTC(2026, 0, 5),
  tz: '+09:00',
};

export const hostileEntryId = testId('hostile entry');

/** A notebook in which every place that a person can type into holds the same text. */
export function hostileNotebook(text: string): NotebookState {
  const state = emptyState();
  const by = text === '' ? 'x' : text;
  const from = { ...origin, by };
  const written = <T>(value: T) => [{ feed: origin.feed, seq: 1, by, wall: origin.wall, value }];
  const id = testId('hostile evidence');
  state.feeds.set(origin.feed, {
    id: origin.feed,
    seq: 9,
    lam: 9,
    hash: origin.hash,
    vector: {},
    device: text,
    host: text,
    user: text,
    app: text,
    openedWall: origin.wall,
    predecessor: text,
  });
  state.incident.set('incident', {
    id: 'incident',
    fields: {
      title: written(text),
      summary: [...written(text), ...written(`${text} again`)],
      rootCause: written(text),
      sources: written(text),
      zone: written(text),
    },
    phases: [{ ...origin, op: id, phase: 'post-incident', because: text }],
  });
  const content = entryContent(text, {
    hosts: [text],
    tags: [text],
    stages: [text, 'delivery'],
    techniques: [{ id: text, catalogue: text }],
    evidence: [id],
  });
  const other = entryContent(`${text} before`, { hosts: [`${text} before`] });
  state.entries.set(hostileEntryId, {
    id: hostileEntryId,
    origin: from,
    versions: [
      { ...from, hash: 'c'.repeat(64), op: testId(1), content: other, reason: '' },
      { ...from, hash: 'd'.repeat(64), op: testId(2), content, reason: text },
    ],
    heads: written('d'.repeat(64)),
    withdrawal: [],
  });
  const withdrawn = testId('hostile withdrawn');
  state.entries.set(withdrawn, {
    id: withdrawn,
    origin: { ...from, seq: 2 },
    versions: [{ ...from, hash: 'e'.repeat(64), op: testId(3), content, reason: '' }],
    heads: written('e'.repeat(64)),
    withdrawal: written({ withdrawn: true, reason: text }),
  });
  state.evidence.set(id, {
    id,
    origin: from,
    item: {
      no: 'E-001',
      name: text,
      size: 5,
      sha256: 'f'.repeat(64),
      note: text,
      origin: { path: text, pathBytes: '' },
      changedWhileReading: true,
      folder: { name: text, path: text },
      volume: { device: '1', mount: text, source: text },
    },
    fields: {
      description: written(text),
      sourceHash: written(text),
      type: written(text),
      storage: written(text),
    },
    custody: [
      {
        ...from,
        op: testId(4),
        event: {
          evidence: id,
          action: 'stored',
          from: text,
          to: text,
          place: text,
          purpose: text,
          note: text,
        },
      },
    ],
  });
  const template = templateById('general-nist');
  if (template !== undefined) {
    const checklist = toAdoptedChecklist(template);
    const [item] = checklist.items;
    state.checklists.set(testId('hostile list'), {
      id: testId('hostile list'),
      origin: from,
      checklist: {
        ...checklist,
        title: { en: text, ja: text },
        items:
          item === undefined
            ? []
            : [{ ...item, phase: text, text: { en: text, ja: text }, csf: [text] }],
      },
      items: {
        [item?.id ?? '']: written({
          state: 'done' as const,
          because: text,
          note: text,
          owner: text,
          entries: [hostileEntryId],
          evidence: [id],
        }),
      },
      history: {},
    });
  }
  state.coverage.set('fw', {
    id: 'fw',
    origin: from,
    fields: { state: written('missing' as const), owner: written(text), note: written(text) },
  });
  const course = testId('hostile measure');
  state.courses.set(course, {
    id: course,
    origin: from,
    fields: {
      stage: written(text === '' ? 'delivery' : text),
      action: written('deny' as const),
      text: written(text === '' ? 'x' : text),
      outcome: written('missing' as const),
      cut: written(true),
      note: written(text),
    },
  });
  state.unknown.set(text, { id: text, count: 1, last: from });
  return state;
}

/** Texts that have broken documents before, in HTML, Markdown, terminals and layout. */
export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><svg onload=alert(1)>',
  '</title></head><body>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#x3c;',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  '[a](javascript:alert(1))',
  '![a](https://example.org/x.png)',
  '<https://example.org>',
  'https://example.org/a_b*c?x=1&y=|2',
  'www.example.org and a.b@example.org',
  '[ref]: https://example.org "t"',
  '# heading',
  '1. one\n2. two',
  '- a\n+ b\n* c',
  '> quote',
  '    code',
  '```\nfence\n```',
  '~~~\nfence',
  'a\n---\nb\n===',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'back\\slash\\',
  'pipe | and \\| and `code | code`',
  '`tick` ``two`` @`x`',
  '*em* **strong** _em_ __strong__ ~~gone~~ a_b_c',
  '&nbsp;&copy;',
  '<br>',
  '\u202Eexe.gpj\u202C',
  'nul\u0000esc\u001B[31m bell\u0007',
  'line\u2028separator\u2029end\r\nreturn\rlone',
  '\uFEFFzero\u200Bwidth',
  'lone \uD800 surrogate',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '日本語の文。**強調**です。',
  '{n} {time} $& $1 $`',
  '__proto__',
  'constructor',
  '   spaces   at   the   edges   ',
  '\n\n\n',
  '',
] as const;

/** Attacks, noise, and noise around attacks. */
export const hostileText = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`*_[]()#+-=|~\\!:@. \n\ta1'), maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...attacks), fc.string({ maxLength: 8 }), fc.constantFrom(...attacks))
    .map((parts) => parts.join('')),
);
