import { type StageId, stageIds } from '../domain/kill-chain.ts';
import type { Bilingual } from './bilingual.ts';
import {
  type Guidance,
  type GuidancePiece,
  inBothLanguages,
  type OwnGuide,
  ownGuide,
  type OwnGuidePiece,
} from './guidance.ts';
import { logSourceById, stageById } from './kill-chain.ts';

type Language = keyof Bilingual;

/** What the catalogue says of a stage in one language. */
export function catalogueGuide(id: StageId, language: Language): OwnGuide {
  const stage = stageById(id);
  return {
    stage: id,
    language,
    definition: stage.definition[language],
    logs: stage.logSources
      .toSorted(
        (a, b) =>
          (logSourceById(a.source)?.priority ?? 9) - (logSourceById(b.source)?.priority ?? 9),
      )
      .map(({ source, watch }) => ({ source, watch: watch[language] })),
    indicators: stage.indicators.map((text) => text[language]),
    actions: stage.actions.map(({ id: action, text, course, needsApproval }) => ({
      id: action,
      text: text[language],
      course,
      needsApproval,
    })),
    breakPoint: stage.breakPoint[language],
    next: stage.next[language],
  };
}

/** The guide to show: the organisation's own where there is one, else the catalogue's. */
export function shownGuide(
  guidance: Guidance,
  stage: StageId,
  language: Language,
): { readonly guide: OwnGuide; readonly own: OwnGuidePiece | undefined } {
  const own = ownGuide(guidance, stage, language);
  return { guide: own?.body ?? catalogueGuide(stage, language), own };
}

/** What people call a template or guide, in both languages. */
export function titleOfPiece(piece: GuidancePiece): Bilingual {
  if (piece.kind === 'template') return inBothLanguages(piece.body.title);
  const { stage, language } = piece.body;
  const number = stageIds.indexOf(stage) + 1;
  const { name } = stageById(stage);
  return {
    en: `${number} ${name.en} (${language})`,
    ja: `${number} ${name.ja}（${language}）`,
  };
}
