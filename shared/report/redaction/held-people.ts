import { type Language, say } from '../../i18n/messages.ts';
import { reportRedactionMessages as m } from '../../i18n/report-redaction-messages.ts';
import type { AnyItem } from '../../domain/evidence.ts';
import type { NotebookState } from '../../journal/fold.ts';
import type { Hidden, HiddenBecause } from './redaction-policy.ts';

/**
 * Versions of a report as readers may see them who may not see the incident: which one it is and what was
 * said of it stay, names and comments of those who read it do not.
 */
export function withoutReviewers(
  { releases }: NotebookState,
  because: HiddenBecause,
  hidden: Hidden[],
  language: Language,
): NotebookState['releases'] {
  const reviewers = new Map<string, string>();
  const reviewer = (name: string): string => {
    const known = reviewers.get(name);
    if (known !== undefined) return known;
    const given = say(language, m.roleReviewer, { n: String(reviewers.size + 1) });
    reviewers.set(name, given);
    hidden.push({ what: 'reviewer', because, name, text: '' });
    return given;
  };
  const held = <T extends { readonly by: string }>(written: T): T => ({
    ...written,
    by: say(language, m.nameHeld),
  });
  return new Map(
    [...releases].map(([id, record]) => [
      id,
      {
        ...record,
        ...(record.origin && { origin: held(record.origin) }),
        ...(record.submission && { submission: { ...record.submission, changes: '' } }),
        verdicts: record.verdicts.map((said) => ({
          ...said,
          by: reviewer(said.by),
          text: '',
          role: '',
        })),
        files: record.files.map(held),
        withdrawals: [],
      },
    ]),
  );
}

/**
 * Evidence that a shown entry cites, without what its entry does not answer for: who held it and where it
 * lay on whose machine.
 */
export function withoutCustody(
  evidence: NotebookState['evidence'],
  because: HiddenBecause,
  hidden: Hidden[],
  language: Language,
): NotebookState['evidence'] {
  return new Map(
    [...evidence].map(([id, record]) => {
      const { item, origin, custody } = record;
      if (custody.length > 0)
        hidden.push({ what: 'custody', because, name: item?.no ?? `?${id.slice(0, 8)}`, text: '' });
      return [
        id,
        {
          ...record,
          ...(origin && { origin: { ...origin, by: say(language, m.nameHeld) } }),
          ...(item && { item: bare(item) }),
          fields: {},
          custody: [],
        },
      ];
    }),
  );
}

/** Number, name, size and hashes: what the entry that cites it stands on. */
function bare({ no, name, size, sha256, hashes, changedWhileReading }: AnyItem): AnyItem {
  return {
    no,
    name,
    note: '',
    ...(size !== undefined && { size }),
    ...(sha256 !== undefined && { sha256 }),
    ...(hashes && { hashes }),
    ...(changedWhileReading !== undefined && { changedWhileReading }),
  };
}
