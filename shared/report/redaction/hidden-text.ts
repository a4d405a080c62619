import { type Language, type Message, say } from '../../i18n/messages.ts';
import { reportRedactionMessages as m } from '../../i18n/report-redaction-messages.ts';
import type { Hidden, Redacted } from './redaction-policy.ts';
import { tlpText } from '../../catalogue/tlp.ts';

const names: Readonly<Record<Hidden['what'], Message>> = {
  entry: m.whatEntry,
  indicator: m.whatIndicator,
  evidence: m.whatEvidence,
  checklist: m.whatChecklist,
  action: m.whatAction,
  lesson: m.whatLesson,
  wording: m.whatWording,
  reviewer: m.whatReviewer,
  custody: m.whatCustody,
  decision: m.whatDecision,
  authority: m.whatAuthority,
  deadline: m.whatDeadline,
  coverage: m.whatCoverage,
  'section-text': m.whatText,
  texts: m.whatText,
  accounts: m.whatAccounts,
  hosts: m.whatHosts,
  people: m.whatPeople,
  tags: m.whatTags,
};

const reasons: Readonly<Record<Hidden['because'], Message>> = {
  'above-limit': m.hiddenAboveLimit,
  'no-label': m.hiddenNoLabel,
  chosen: m.hiddenChosen,
  field: m.hiddenField,
  'nothing-shown-cites-it': m.hiddenUncited,
};

/** What a report keeps back, by kind and reason with its number: nothing of what it says. */
export function hiddenTexts(
  { hidden, roles, defanged, limit }: Omit<Redacted, 'state'>,
  language: Language,
): readonly string[] {
  const groups = new Map<string, { readonly first: Hidden; count: number }>();
  for (const item of hidden) {
    const key = `${item.what} ${item.because}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: item, count: 1 });
    else group.count += 1;
  }
  const texts = [...groups.values()].map(({ first, count }) =>
    say(language, reasons[first.because], {
      n: count,
      what: say(language, names[first.what]),
      limit: limit === undefined ? '' : tlpText(limit),
    }),
  );
  if (roles > 0) texts.push(say(language, m.namesToRoles, { n: roles }));
  if (defanged) texts.push(say(language, m.defanged));
  return texts;
}
