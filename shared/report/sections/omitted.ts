import type { Block } from '../document.ts';
import { hiddenTexts } from '../redaction/hidden-text.ts';
import { own } from '../inline.ts';
import type { Omission, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** What a reader does not see, by reason and number; empty when the report is the whole notebook. */
export function writeOmitted(
  { omissions, redaction }: ReportModel,
  words: Words,
): readonly Block[] {
  const texts = [
    ...omissions.map((omission) => omissionText(omission, words)),
    ...hiddenTexts(redaction, words.language),
  ];
  if (texts.length === 0) return [];
  return [
    { kind: 'paragraph', content: [own(words.say('omittedLead'))] },
    {
      kind: 'list',
      ordered: false,
      items: texts.map((text) => [own(text)]),
    },
  ];
}

const messages = {
  withdrawn: 'omittedWithdrawn',
  rejected: 'omittedRejected',
  unconfirmed: 'omittedUnconfirmed',
  opinion: 'omittedOpinion',
  'no-statement': 'omittedNoStatement',
} as const;

function omissionText({ because, count }: Omission, words: Words): string {
  return words.say(messages[because], { n: count });
}
