import { z } from 'zod';
import { stageIds, type StageId } from '../domain/kill-chain.ts';
import { bilingualSchema } from './bilingual.ts';
import { foldTerm } from './fold-term.ts';
import type { Immutable } from './immutable.ts';
import data from './kill-chain.json' with { type: 'json' };

export { stageIds, type StageId };

const stageId = z.enum(stageIds);
const visibility = z.enum(['good', 'partial', 'none']);
const course = z.enum(['detect', 'deny', 'disrupt', 'degrade', 'deceive', 'destroy']);
const courseTexts = z.array(bilingualSchema);

const stageSchema = z.strictObject({
  id: stageId,
  order: z.int().min(1).max(7),
  code: z.string().length(1),
  stixPhase: z.string(),
  mispTag: z.string().startsWith('kill-chain:'),
  name: bilingualSchema,
  enAlt: z.array(z.string().min(1)),
  jaAlt: z.array(z.string().min(1)),
  definition: bilingualSchema,
  visibility,
  logSources: z.array(z.strictObject({ source: z.string(), watch: bilingualSchema })).min(1),
  indicators: z.array(bilingualSchema).min(1),
  actions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]-A\d$/),
        text: bilingualSchema,
        step: z.string(),
        course,
        needsApproval: z.boolean(),
      }),
    )
    .min(1),
  courses: z.strictObject({
    detect: courseTexts,
    deny: courseTexts,
    disrupt: courseTexts,
    degrade: courseTexts,
    deceive: courseTexts,
    destroy: courseTexts,
  }),
  breakPoint: bilingualSchema,
  next: bilingualSchema,
  attack: z.strictObject({
    enterpriseTactics: z.array(z.string()),
    icsTactics: z.array(z.string()),
    techniques: z.array(z.string()),
  }),
});

/**
 * Shape of kill-chain.json: the seven stages of the Lockheed Martin Cyber Kill Chain (Hutchins,
 * Cloppert, Amin 2011), the log source catalogue, the courses of action and the link to ATT&CK.
 */
export const killChainSchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  name: bilingualSchema,
  stixKillChainName: z.literal('lockheed-martin-cyber-kill-chain'),
  notice: bilingualSchema,
  sources: z.array(z.string()),
  usage: bilingualSchema,
  tacticNote: bilingualSchema,
  visibilityLevels: z.array(z.strictObject({ id: visibility, name: bilingualSchema })),
  coursesOfAction: z.array(
    z.strictObject({
      id: course,
      name: bilingualSchema,
      kind: z.enum(['passive', 'active']),
      definition: bilingualSchema,
    }),
  ),
  logLayers: z.array(z.strictObject({ id: z.string(), name: bilingualSchema })),
  logSources: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      layer: z.string(),
      priority: z.int().min(1).max(4),
    }),
  ),
  logPriorities: z.array(z.strictObject({ priority: z.int(), name: bilingualSchema })),
  windowsEvents: z.array(
    z.strictObject({
      id: z.string().regex(/^\d+$/),
      channel: z.string(),
      source: z.string(),
      name: bilingualSchema,
      stages: z.array(stageId).min(1),
    }),
  ),
  stages: z.array(stageSchema).length(7),
  identityPath: z.strictObject({
    note: bilingualSchema,
    steps: z.array(z.strictObject({ stage: stageId, text: bilingualSchema })),
  }),
  tacticToStage: z.record(z.string().regex(/^TA\d{4}$/), z.array(stageId).min(1)),
});

export type KillChain = Immutable<z.infer<typeof killChainSchema>>;
export type Stage = KillChain['stages'][number];
export type LogSource = KillChain['logSources'][number];
export type CourseOfActionId = KillChain['coursesOfAction'][number]['id'];

/** The kill-chain catalogue. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const killChain = data as KillChain;

/** Looks a stage up by its id. */
export function stageById(id: StageId): Stage {
  const stage = killChain.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error(`No stage ${id} in the catalogue`);
  return stage;
}

/** Looks a stage up by its number; 1 is reconnaissance, 7 actions on objectives. */
export function stageByOrder(order: number): Stage | undefined {
  return killChain.stages.find((stage) => stage.order === order);
}

/** Looks a log source of the catalogue up by its id. */
export function logSourceById(id: string): LogSource | undefined {
  return killChain.logSources.find((source) => source.id === id);
}

/** Tells the stages that an ATT&CK tactic (`TA0001`) suggests, the likeliest first. */
export function stagesOfTactic(tacticId: string): readonly StageId[] {
  return killChain.tacticToStage[tacticId] ?? [];
}

/** What people call a stage, in both languages; a stage that this version does not know has its id. */
export function stageNames(id: string): readonly string[] {
  const stage = killChain.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) return [id];
  return [stage.name.en, stage.name.ja, ...stage.enAlt, ...stage.jaAlt];
}

function waysToSay(stage: Stage): string[] {
  const { order, id, code, name, enAlt, jaAlt } = stage;
  return [String(order), id, code, name.en, name.ja, ...enAlt, ...jaAlt].map(foldTerm);
}

let stageTerms: readonly { stage: Stage; terms: readonly string[] }[] | undefined;

/**
 * Finds the stage that a person means: 1–7, id, code letter, English or Japanese name or alternate,
 * or the unambiguous beginning of one (two letters or more, one character in Japanese).
 *
 * Undefined when the text means no stage or more than one.
 */
export function findStage(text: string | number): Stage | undefined {
  const wanted = foldTerm(String(text));
  if (wanted === '') return undefined;
  stageTerms ??= killChain.stages.map((stage) => ({ stage, terms: waysToSay(stage) }));
  const exact = stageTerms.filter(({ terms }) => terms.includes(wanted));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.stage : undefined;
  // One Latin letter that is no code is a slip of the finger, not an abbreviation.
  if (wanted.length === 1 && wanted < '\u0080') return undefined;
  const begun = stageTerms.filter(({ terms }) => terms.some((term) => term.startsWith(wanted)));
  return begun.length === 1 ? begun[0]?.stage : undefined;
}
