import type { IntrusionPath } from '#shared/application/kill-chain.ts';
import { stageById } from '#shared/catalogue/kill-chain.ts';
import type { ChainQuestion } from '#shared/domain/chain/chain-questions.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { Say } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';

/** A question in words: what is asked, and why. */
export function questionWords(
  question: ChainQuestion,
  paths: readonly IntrusionPath[],
  language: Language,
  say: Say,
): { readonly title: string; readonly text: string } {
  switch (question.kind) {
    case 'gap': {
      const stage = stageName(question.stage, language);
      const isUnseen = stageById(question.stage).visibility === 'none';
      const path = paths.find(({ id }) => id === question.path);
      const about = path === undefined ? [] : [say(m.gapPath, { name: path.name })];
      return {
        title: say(m.gapTitle, { stage }),
        text: [say(m.gapText), ...(isUnseen ? [say(m.gapUnseen)] : []), ...about].join(
          language === 'ja' ? '' : ' ',
        ),
      };
    }
    case 'one-source': {
      const stage = stageName(question.stage, language);
      return { title: say(m.sourceTitle, { stage }), text: say(m.sourceText) };
    }
    case 'evidence':
      return { title: say(m.evidenceTitle), text: say(m.evidenceText) };
    case 'egress':
      return {
        title: say(m.egressTitle),
        text: say(question.known ? m.egressBlind : m.egressUnknown),
      };
  }
}

/** Entries that a question is about. */
export function entriesOfQuestion(question: ChainQuestion): readonly string[] {
  switch (question.kind) {
    case 'gap':
      return [question.before, question.after];
    case 'evidence':
      return [question.entry];
    case 'one-source':
    case 'egress':
      return question.entries;
  }
}
