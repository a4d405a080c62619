import { reportGuidance } from '../catalogue/report-guidance.ts';
import { type Language, type Message, say } from '../i18n/messages.ts';
import { reportSectionMessages } from '../i18n/report-messages.ts';
import type { AddedSection } from './report-template.ts';
import type { SectionId } from './section-ids.ts';

const ownTitles: Partial<Readonly<Record<SectionId, Message>>> = reportSectionMessages;

/** What a section is called, without its number; an added one as it was typed. */
export function sectionName(
  id: SectionId,
  language: Language,
  added?: Pick<AddedSection, 'title'>,
): string {
  const message = ownTitles[id];
  if (message !== undefined) return say(language, message);
  const { en, ja } = added?.title ?? {};
  const typed = language === 'ja' ? (ja ?? en) : (en ?? ja);
  return typed ?? sectionGuidance(id)?.title[language] ?? id;
}

/** What the catalogue says of a section. */
export function sectionGuidance(id: SectionId) {
  return reportGuidance.sections.find((section) => section.id === id);
}
