import { z } from 'zod';
import { idSchema } from '../../lib/ids.ts';
import { stageNumber } from '../kill-chain.ts';
import { removalSchema } from '../removal.ts';

/** What a defender may do to a stage (Hutchins, Cloppert, Amin 2011, after joint information operations doctrine). */
export const courseActions = [
  'detect',
  'deny',
  'disrupt',
  'degrade',
  'deceive',
  'destroy',
] as const;
export type CourseAction = (typeof courseActions)[number];

/** What became of a measure in this incident. */
export const courseOutcomes = ['existed', 'worked', 'failed', 'missing', 'added'] as const;
export type CourseOutcome = (typeof courseOutcomes)[number];

/** Where in layered defence a measure stands. */
export const defenceLayers = [
  'entrance',
  'endpoint',
  'server',
  'network',
  'identity',
  'data',
  'operation',
] as const;
export type DefenceLayer = (typeof defenceLayers)[number];

/** Fields of a measure against a stage; every one is a register of its own. */
export const courseFieldsSchema = z.object({
  stage: z.string().min(1).max(200).optional(),
  action: z.enum(courseActions).optional(),
  text: z.string().min(1).max(2_000).optional(),
  outcome: z.enum(courseOutcomes).optional(),
  layer: z.enum(defenceLayers).nullable().optional(),
  /** A person's judgement: with this measure the chain could have been cut here. */
  cut: z.boolean().optional(),
  entries: z.array(idSchema).max(500).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type CourseFields = z.infer<typeof courseFieldsSchema>;

/** A measure that stands, with what the matrix needs of it. */
export type Course = CourseFields & {
  readonly id: string;
  readonly stage: string;
  readonly action: CourseAction;
  readonly text: string;
  readonly outcome: CourseOutcome;
};

/** The measure of a record; undefined while it is not whole or when it was taken off. */
export function standingCourse(id: string, fields: CourseFields): Course | undefined {
  const { stage, action, text, outcome = 'existed', removal } = fields;
  if (stage === undefined || action === undefined || text === undefined) return undefined;
  return removal?.removed === true ? undefined : { ...fields, id, stage, action, text, outcome };
}

/** Where the chain could have been cut first, and by what. */
export type EarliestCut = { readonly stage: string; readonly courses: readonly Course[] };

/** The earliest stage at which somebody judged that it could have been cut; undefined when nobody did. */
export function earliestCut(courses: readonly Course[]): EarliestCut | undefined {
  const cutting = courses.filter(({ cut }) => cut === true);
  const first = cutting.reduce((least, { stage }) => Math.min(least, orderOf(stage)), Infinity);
  const found = cutting.filter(({ stage }) => orderOf(stage) === first);
  const [any] = found;
  return any === undefined ? undefined : { stage: any.stage, courses: found };
}

/**
 * Measures that nobody has judged yet though they speak of a cut: they failed, were not there, or were
 * added after the fact. Earliest stage first.
 */
export function cutCandidates(courses: readonly Course[]): readonly Course[] {
  return courses
    .filter(
      ({ cut, outcome }) =>
        cut === undefined && (outcome === 'failed' || outcome === 'missing' || outcome === 'added'),
    )
    .toSorted((a, b) => orderOf(a.stage) - orderOf(b.stage));
}

function orderOf(stage: string): number {
  return stageNumber(stage) ?? Number.MAX_SAFE_INTEGER;
}
