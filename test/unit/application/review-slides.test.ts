import { expect, test } from 'vitest';
import { knownThen } from '#shared/application/known-then.ts';
import { reviewSlides, scaleAgenda } from '#shared/application/review-slides.ts';
import { agendaOf } from '#shared/application/review-meeting.ts';
import { agendaItems } from '#shared/domain/review-meeting.ts';
import type { EntryContent } from '#shared/domain/entry.ts';

const content = (more: Partial<EntryContent>): EntryContent => ({
  text: 'x',
  kind: 'adversary',
  at: {
    utc: '2024-03-01T00:00:00Z',
    text: '',
    zone: 'UTC',
    precision: 'minute',
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
  },
  stages: [],
  techniques: [],
  hosts: [],
  tags: [],
  evidence: [],
  starred: false,
  ...more,
});
const entry = (id: string, more: Partial<EntryContent>, withdrawn = false) => ({
  id,
  content: content(more),
  withdrawn,
});
const told = (entries: Parameters<typeof reviewSlides>[0]) =>
  reviewSlides(entries, [], []).flatMap((slide) =>
    slide.kind === 'story' ? [`${slide.stage ?? 'defence'} ${slide.entry}`] : [],
  );

test('the story goes through starred entries stage by stage, defenders last', () => {
  expect(
    told([
      entry('a', { starred: true, kind: 'decision' }),
      entry('b', { starred: true, stages: ['installation', 'delivery'] }),
      entry('c', { stages: ['reconnaissance'] }),
      entry('d', { starred: true, stages: ['reconnaissance'] }),
      entry('e', { starred: true, stages: ['delivery'] }, true),
      entry('f', { starred: true, stages: ['delivery'], confidence: 'rejected' }),
      entry('g', { starred: true, stages: ['a stage of tomorrow'] }),
    ]),
  ).toEqual(['reconnaissance d', 'delivery b', 'defence a', 'defence g']);
});

test('without a star, decisions, milestones and what first tells of a stage make the story', () => {
  expect(
    told([
      entry('a', { stages: ['delivery'] }),
      entry('b', { stages: ['delivery'] }),
      entry('c', { kind: 'decision' }),
      entry('d', { kind: 'note' }),
    ]),
  ).toEqual(['delivery a', 'defence c']);
});

test('every item of the agenda has a page, in the order of the agenda, with keys of its own', () => {
  const slides = reviewSlides([], [], [{ key: 'review:ll1', text: 'q', entries: [], ref: 'NIST' }]);
  expect([...new Set(slides.map(({ item }) => item))]).toEqual([...agendaItems]);
  expect(new Set(slides.map(({ key }) => key)).size).toBe(slides.length);
});

test('an agenda is squeezed into the minutes there are, and nothing gets none', () => {
  const short = scaleAgenda(agendaOf({}), 20);
  expect(short.every(({ minutes }) => minutes >= 1)).toBe(true);
  expect(short.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(22);
});

test('known then is what was written by the moment at which something happened', () => {
  const entries = [
    { id: 'a', instant: 10, recordedAt: 100 },
    { id: 'b', instant: 120, recordedAt: 130 },
    { id: 'c', instant: 90, recordedAt: 110 },
  ];
  const [a, b] = entries;
  expect(a && knownThen(a, entries)).toEqual({ kind: 'nothing' });
  expect(b && knownThen(b, entries, 1)).toEqual({ kind: 'some', count: 2, last: [entries[2]] });
  expect(knownThen({ id: 'd', instant: Infinity, recordedAt: 1 }, entries)).toEqual({
    kind: 'unknown',
  });
});

test('other incidents are told after the own one, each under keys of its own', () => {
  const entryOfOther = {
    id: 'a',
    label: '7',
    stage: 'delivery',
    starred: true,
    time: content({}).at,
    kind: 'adversary' as const,
    text: 'x',
    hosts: [],
    evidence: [],
  };
  const incident = {
    notebook: 'n',
    title: 'Other',
    exercise: true,
    seal: '',
    entries: [entryOfOther],
  };
  const empty = { ...incident, notebook: 'e', entries: [] };
  const slides = reviewSlides([entry('a', { starred: true })], [], [], [incident, empty]);
  expect(slides.filter(({ item }) => item === 'story').map(({ kind }) => kind)).toEqual([
    'story',
    'told',
    'told-none',
  ]);
  expect(new Set(slides.map(({ key }) => key)).size).toBe(slides.length);
});
