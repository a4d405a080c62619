import { z } from 'zod';
import { courseActions } from '../domain/chain/course.ts';
import type { AdoptedChecklist } from '../domain/checklist.ts';
import { stageIds } from '../domain/kill-chain.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Bilingual } from './bilingual.ts';
import { checklists, stepIds } from './checklist-templates.ts';
import { logSourceById } from './kill-chain.ts';
import { milestoneIdSchema } from './milestones.ts';

/** Controls, bidirectional marks and other characters that a reader would not see. */
const hidden = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/u;
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !hidden.test(text));
const said = (longest: number) => words(longest).refine((text) => text.trim() !== '');

/** A text in one language or both; what one of them lacks is said in the other. */
const eitherLanguage = z
  .strictObject({ en: words(2_000).default(''), ja: words(2_000).default('') })
  .refine(({ en, ja }) => en.trim() !== '' || ja.trim() !== '');

const ownItemSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
  step: z.enum(stepIds),
  text: eitherLanguage,
  why: eitherLanguage.optional(),
  stages: z.array(z.enum(stageIds)).max(7).default([]),
  /** Subcategories of NIST CSF 2.0, `RS.MI-01`. */
  csf: z
    .array(z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d{2}$/))
    .max(20)
    .default([]),
  refs: z.array(said(200)).max(20).default([]),
  critical: z.boolean().default(false),
  needsApproval: z.boolean().default(false),
  evidenceExpected: z.boolean().default(false),
  milestone: milestoneIdSchema.optional(),
  appliesWhen: eitherLanguage.optional(),
});
export type OwnItem = z.infer<typeof ownItemSchema>;

const ownTemplateSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/),
    title: eitherLanguage,
    description: z
      .strictObject({ en: words(2_000).default(''), ja: words(2_000).default('') })
      .default({ en: '', ja: '' }),
    items: z.array(ownItemSchema).min(1).max(500),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, {
    path: ['items'],
  });
/** A checklist of the organisation's own; adopting it takes a snapshot. */
export type OwnTemplate = z.infer<typeof ownTemplateSchema>;

const ownGuideSchema = z.strictObject({
  stage: z.enum(stageIds),
  /** A guide is written in one language; in the other the catalogue's stands. */
  language: z.enum(['en', 'ja']),
  definition: said(4_000),
  logs: z
    .array(
      z.strictObject({
        /** Kind of log by the catalogue's id. */
        source: z.string().refine((id) => logSourceById(id) !== undefined),
        watch: words(2_000),
      }),
    )
    .max(40),
  indicators: z.array(said(1_000)).max(60),
  actions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
        text: said(1_000),
        course: z.enum(courseActions),
        needsApproval: z.boolean(),
      }),
    )
    .max(60)
    .refine((actions) => new Set(actions.map(({ id }) => id)).size === actions.length),
  breakPoint: words(4_000),
  next: words(4_000),
});
/** What the organisation says of a stage in one language, in the place of the catalogue's guide. */
export type OwnGuide = z.infer<typeof ownGuideSchema>;

/** When a revision was made of which nobody wrote it: a file that was written by hand. */
export const unwrittenTime = '1970-01-01T00:00:00.000Z';

const revisionFields = {
  revision: z.int().min(1).max(1_000_000).default(1),
  changed: z.iso.datetime().default(unwrittenTime),
  by: words(200).default(''),
  /** True where this revision took the thing off the list. */
  removed: z.boolean().default(false),
};
const templateRevision = z.strictObject({ ...revisionFields, body: ownTemplateSchema });
const guideRevision = z.strictObject({ ...revisionFields, body: ownGuideSchema });

/** One template or guide as it stands in a file. */
const pieceSchema = z.discriminatedUnion('kind', [
  templateRevision.extend({ kind: z.literal('template') }),
  guideRevision.extend({ kind: z.literal('guide') }),
]);
export type GuidancePiece = z.infer<typeof pieceSchema>;
/** What a person writes of a piece; number, time and name come by themselves. */
export type GuidanceBody =
  | { readonly kind: 'template'; readonly body: OwnTemplate }
  | { readonly kind: 'guide'; readonly body: OwnGuide };

/** What people write down of a piece. */
export const guidanceBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('template'), body: ownTemplateSchema }),
  z.strictObject({ kind: z.literal('guide'), body: ownGuideSchema }),
]);

/** Every revision of every piece of an organisation, oldest first. */
export const guidanceSchema = z.strictObject({
  format: z.literal(1),
  pieces: z.array(pieceSchema).max(20_000),
});
export type Guidance = z.infer<typeof guidanceSchema>;
export const noGuidance: Guidance = { format: 1, pieces: [] };

/** The file in which guidance travels: docs/guidance.md. */
export const guidanceFileSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  kiroku: z.literal('guidance'),
  format: z.literal(1),
  pieces: z.array(pieceSchema).min(1).max(500),
});
export type GuidanceFile = z.infer<typeof guidanceFileSchema>;

/** Largest guidance file that is read. */
export const longestGuidanceBytes = 8 * 1024 * 1024;
/** Revisions of a piece that are kept; older ones go. */
const keptRevisions = 50;

/** What names a piece whatever its revision. */
export function pieceKey({ kind, body }: GuidanceBody): string {
  return kind === 'template' ? `template ${body.id}` : `guide ${body.stage} ${body.language}`;
}

/** The newest revision of every piece, those that were taken off too. */
export function newestPieces({ pieces }: Guidance): readonly GuidancePiece[] {
  return [...new Map(pieces.map((piece) => [pieceKey(piece), piece])).values()];
}

/** The templates that stand, each with its newest revision. */
export function ownTemplates(guidance: Guidance): readonly OwnTemplatePiece[] {
  return newestPieces(guidance).flatMap((piece) =>
    piece.kind === 'template' && !piece.removed ? [piece] : [],
  );
}
export type OwnTemplatePiece = Extract<GuidancePiece, { kind: 'template' }>;
export type OwnGuidePiece = Extract<GuidancePiece, { kind: 'guide' }>;

/** The organisation's guide for a stage in a language; undefined where the catalogue's stands. */
export function ownGuide(
  guidance: Guidance,
  stage: string,
  language: string,
): OwnGuidePiece | undefined {
  return newestPieces(guidance).find(
    (piece): piece is OwnGuidePiece =>
      piece.kind === 'guide' &&
      !piece.removed &&
      piece.body.stage === stage &&
      piece.body.language === language,
  );
}

/** Every revision of a piece, newest first. */
export function revisionsOf({ pieces }: Guidance, key: string): readonly GuidancePiece[] {
  return pieces.filter((piece) => pieceKey(piece) === key).toReversed();
}

function isSame(a: GuidancePiece | undefined, b: GuidanceBody & { removed?: boolean }): boolean {
  return (
    a !== undefined &&
    a.removed === (b.removed ?? false) &&
    JSON.stringify(a.body) === JSON.stringify(b.body)
  );
}

/** Adds a revision of a piece; the same words again add nothing. */
export function addRevision(
  guidance: Guidance,
  written: GuidanceBody & { readonly removed?: boolean },
  { by, at }: { readonly by: string; readonly at: string },
): Guidance {
  const key = pieceKey(written);
  const own = guidance.pieces.filter((piece) => pieceKey(piece) === key);
  const newest = own.at(-1);
  if (isSame(newest, written)) return guidance;
  const revision = (newest?.revision ?? 0) + 1;
  const piece = { removed: false, ...written, revision, changed: at, by };
  return withPiece(guidance, key, [...own, piece]);
}

function withPiece(guidance: Guidance, key: string, own: readonly GuidancePiece[]): Guidance {
  const others = guidance.pieces.filter((piece) => pieceKey(piece) !== key);
  return { format: 1, pieces: [...others, ...own.slice(-keptRevisions)] };
}

/** What a file would bring of a piece. */
export type GuidanceChange = {
  readonly key: string;
  readonly piece: GuidancePiece;
  /** `differs`: the same number with other words, as when two people edited apart. */
  readonly change: 'new' | 'newer' | 'differs' | 'same' | 'older';
  /** Number of the revision that stands here. */
  readonly here: number | undefined;
};

/** Compares a file with what is here, piece by piece. */
export function compareGuidance(guidance: Guidance, file: GuidanceFile): GuidanceChange[] {
  const here = new Map(newestPieces(guidance).map((piece) => [pieceKey(piece), piece]));
  return file.pieces.map((piece) => {
    const key = pieceKey(piece);
    const own = here.get(key);
    return { key, piece, here: own?.revision, change: changeOf(own, piece) };
  });
}

function changeOf(own: GuidancePiece | undefined, piece: GuidancePiece): GuidanceChange['change'] {
  if (own === undefined) return 'new';
  if (isSame(own, piece)) return 'same';
  if (piece.revision === own.revision) return 'differs';
  return piece.revision > own.revision ? 'newer' : 'older';
}

/**
 * Takes over what a file has that is new, newer or different. What differs under the same number becomes
 * the next revision, and what was here stays among the revisions.
 */
export function takeGuidance(guidance: Guidance, file: GuidanceFile): Guidance {
  let taken = guidance;
  for (const { key, piece, change, here } of compareGuidance(guidance, file)) {
    if (change === 'same' || change === 'older') continue;
    const own = taken.pieces.filter((each) => pieceKey(each) === key);
    const revision = change === 'differs' ? (here ?? 0) + 1 : piece.revision;
    taken = withPiece(taken, key, [...own, { ...piece, revision }]);
  }
  return taken;
}

/** The file that holds pieces in their newest revision; `keys` limits it. */
export function guidanceFile(guidance: Guidance, keys?: ReadonlySet<string>): GuidanceFile {
  const pieces = newestPieces(guidance).filter(
    (piece) => !piece.removed && (keys === undefined || keys.has(pieceKey(piece))),
  );
  return { kiroku: 'guidance', format: 1, pieces: [...pieces] };
}

/** Both languages of a text; the one that was not written says what the other does. */
export function inBothLanguages({ en, ja }: Bilingual): Bilingual {
  return { en: en.trim() === '' ? ja : en, ja: ja.trim() === '' ? en : ja };
}

/** Copies an own template for the notebook, so that its later revisions cannot change it. */
export function adoptedOwnChecklist({
  body,
  revision,
  changed,
}: OwnTemplatePiece): AdoptedChecklist {
  return {
    template: body.id,
    version: changed === unwrittenTime ? `r${revision}` : `r${revision} ${changed.slice(0, 10)}`,
    title: inBothLanguages(body.title),
    items: body.items.map(({ text, why, appliesWhen, milestone, ...item }) => ({
      ...item,
      phase: checklists.phases.find(({ steps }) => steps.includes(item.step))?.id ?? 'preparation',
      text: inBothLanguages(text),
      ...(why && { why: inBothLanguages(why) }),
      ...(appliesWhen && { appliesWhen: inBothLanguages(appliesWhen) }),
      ...(milestone !== undefined && { milestone }),
    })),
  };
}

export type GuidanceFileError =
  | { readonly kind: 'not-guidance' }
  | { readonly kind: 'newer-format' }
  /** A piece twice in one file. */
  | { readonly kind: 'twice'; readonly where: string }
  /** Path of the first field that is wrong, `pieces.0.body.items.3.step`. */
  | { readonly kind: 'invalid'; readonly where: string };

/** Reads a guidance file that came from anywhere. */
export function parseGuidanceFile(value: unknown): Result<GuidanceFile, GuidanceFileError> {
  const head = z.looseObject({ kiroku: z.literal('guidance'), format: z.int() }).safeParse(value);
  if (!head.success) return err({ kind: 'not-guidance' });
  if (head.data.format !== 1) return err({ kind: 'newer-format' });
  const parsed = guidanceFileSchema.safeParse(value);
  if (!parsed.success)
    return err({ kind: 'invalid', where: placeOf(parsed.error.issues[0]?.path ?? []) });
  const keys = parsed.data.pieces.map(pieceKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice === undefined ? ok(parsed.data) : err({ kind: 'twice', where: twice });
}

/** A path into a file, short and without what could steer a terminal: the names come from the file. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map(String)
    .join('.')
    .replaceAll(/[^\w.-]/g, '?')
    .slice(0, 100);
}
