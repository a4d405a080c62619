import { describe, expect, test } from 'vitest';
import {
  coverageCell,
  type CoverageFields,
  reachesBack,
  sightOfStages,
} from '#shared/domain/chain/coverage.ts';
import {
  cutCandidates,
  earliestCut,
  standingCourse,
  type Course,
  type CourseFields,
} from '#shared/domain/chain/course.ts';

describe('log coverage', () => {
  const records: Readonly<Record<string, CoverageFields>> = {
    dns: { state: 'available' },
    'dns/command-and-control': { state: 'too-short' },
    proxy: { state: 'missing' },
  };
  const of = (key: string) => records[key];

  test('is that of the source, unless the stage says otherwise', () => {
    expect(coverageCell('dns', 'delivery', of)).toMatchObject({ state: 'available', own: false });
    expect(coverageCell('dns', 'command-and-control', of)).toMatchObject({
      state: 'too-short',
      own: true,
    });
    expect(coverageCell('edr', 'delivery', of)).toMatchObject({ state: 'unknown', own: false });
  });

  test('a stage is blind only when every source was looked at', () => {
    const rows = [
      { source: 'dns', stages: ['command-and-control', 'delivery'] },
      { source: 'proxy', stages: ['command-and-control'] },
      { source: 'edr', stages: ['installation'] },
    ] as const;
    const sights = new Map(sightOfStages(rows, of).map(({ stage, sight }) => [stage, sight]));
    expect(sights.get('command-and-control')).toBe('blind');
    expect(sights.get('delivery')).toBe('seen');
    expect(sights.get('installation')).toBe('unknown');
    expect(sights.get('weaponization')).toBe('unknown');
  });

  test('tells whether a log still holds the first known activity', () => {
    const day = 86_400_000;
    expect(reachesBack(30, 0, 29 * day)).toBe(true);
    expect(reachesBack(30, 0, 31 * day)).toBe(false);
    expect(reachesBack(null, 0, day)).toBeUndefined();
    expect(reachesBack(30, undefined, day)).toBeUndefined();
  });
});

describe('courses of action', () => {
  const course = (id: string, fields: CourseFields): Course => {
    const made = standingCourse(id, { stage: 'delivery', action: 'deny', text: id, ...fields });
    if (made === undefined) throw new Error(`${id} does not stand`);
    return made;
  };

  test('the earliest cut is what people judged, with every measure at that stage', () => {
    const courses = [
      course('isolation', { stage: 'command-and-control', cut: true }),
      course('filter', { cut: true }),
      course('training', { cut: true, outcome: 'missing' }),
      course('decoy', { stage: 'reconnaissance', outcome: 'failed' }),
    ];
    expect(earliestCut(courses)).toMatchObject({
      stage: 'delivery',
      courses: [{ id: 'filter' }, { id: 'training' }],
    });
    expect(earliestCut(courses.slice(3))).toBeUndefined();
  });

  test('what failed or was not there is put up for judgement, once', () => {
    const courses = [
      course('edr', { stage: 'installation', outcome: 'missing' }),
      course('filter', { outcome: 'failed' }),
      course('judged', { outcome: 'failed', cut: false }),
      course('worked', { outcome: 'worked' }),
    ];
    expect(cutCandidates(courses).map(({ id }) => id)).toEqual(['filter', 'edr']);
  });

  test('a measure that was taken off, or is not whole, does not stand', () => {
    expect(standingCourse('x', { stage: 'delivery', action: 'deny' })).toBeUndefined();
    const removal = { removed: true, reason: '' };
    expect(
      standingCourse('x', { stage: 'delivery', action: 'deny', text: 'x', removal }),
    ).toBeUndefined();
  });
});
