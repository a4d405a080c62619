import { stageNumber } from '#shared/domain/kill-chain.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { entryKindMessages } from '../../records/entry-kind-message.ts';
import type { Say } from '../../records/language.tsx';
import { activeParts, type FilterPart, type TimelineFilter } from './timeline-filter.ts';

/** One condition of a filter in words: `stage 3 or 5`, `starred`. */
export function partText(filter: TimelineFilter, part: FilterPart, say: Say): string {
  const or = say(m.sentenceOr);
  switch (part) {
    case 'stages': {
      const names = filter.stages.map((stage) =>
        stage === 'none' ? say(m.noStage) : String(stageNumber(stage)),
      );
      return say(m.sentenceStages, { list: names.join(or) });
    }
    case 'kinds': {
      const names = filter.kinds.map((kind) => say(entryKindMessages[kind]));
      return say(m.sentenceKinds, { list: names.join(or) });
    }
    case 'query':
      return say(m.sentenceQuery, { query: filter.query.trim() });
    case 'starred':
      return say(m.sentenceStarred);
    case 'withEvidence':
      return say(m.sentenceEvidence);
    case 'corrected':
      return say(m.sentenceCorrected);
    case 'withdrawn':
      return say(m.sentenceWithdrawn);
  }
}

/** A filter as a sentence: what is shown. */
export function filterSentence(filter: TimelineFilter, say: Say): string {
  const parts = activeParts(filter).map((part) => partText(filter, part, say));
  return say(m.sentence, { parts: parts.join(say(m.sentenceAnd)) });
}
