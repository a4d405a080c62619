import { sectionsForAudience } from '#shared/report/audiences.ts';
import {
  type AddedSection,
  type ReportTemplate,
  templateOfAudience,
} from '#shared/report/report-template.ts';
import { annexIds, type SectionId, sectionIds } from '#shared/report/section-ids.ts';

/** A shape while it is edited: hidden sections keep their place until it closes. */
export type ShapeDraft = Omit<ReportTemplate, 'sections'> & {
  readonly order: readonly SectionId[];
  readonly shown: ReadonlySet<SectionId>;
};

/** What is left out is said, whatever a shape hides: this section cannot be. */
export const alwaysShown: SectionId = 'omitted';

/** A shape with every section of ours in it, the hidden ones after the one that they usually follow. */
export function draftOf(template: ReportTemplate): ShapeDraft {
  const { sections, ...rest } = template;
  const named = sections as readonly SectionId[];
  const order: SectionId[] = [...named];
  for (const section of rest.added)
    if (!order.includes(section.id as SectionId)) order.push(section.id as SectionId);
  for (const [at, id] of sectionIds.entries()) {
    if (order.includes(id)) continue;
    const before = sectionIds.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return { ...rest, order, shown: new Set([...named, alwaysShown]) };
}

/** The template of a draft; undefined where it is what the audience has by itself. */
export function shapeOf(draft: ShapeDraft, names: DraftNames): ReportTemplate | undefined {
  const template = templateOf(draft, names);
  const own = templateOfAudience(draft.audience, names.template);
  const usual = [...sectionsForAudience(draft.audience)];
  const isOwn =
    JSON.stringify({ ...template, sections: [] }) === JSON.stringify({ ...own, sections: [] }) &&
    template.sections.filter((id) => id !== alwaysShown).join() ===
      usual.filter((id) => id !== alwaysShown).join();
  return isOwn ? undefined : template;
}

/** What stands where nobody has written a name. */
export type DraftNames = { readonly template: string; readonly section: string };

/** The template of a draft, as a file carries it: empty texts left out, nothing nameless. */
export function templateOf(draft: ShapeDraft, names: DraftNames): ReportTemplate {
  const { order, shown, name, logo, added, header, ...rest } = draft;
  const sections = order.filter((id) => shown.has(id)) as ReportTemplate['sections'];
  return {
    schema: rest.schema,
    name: name.trim() === '' ? names.template : name.trim(),
    audience: rest.audience,
    sections,
    added: added.map((section) => {
      const title = said(section.title);
      const isNamed = title.en !== undefined || title.ja !== undefined;
      return {
        id: section.id,
        title: isNamed ? title : { en: names.section },
        text: said(section.text),
      };
    }),
    header: header.trim(),
    ...(logo !== undefined && {
      logo: { ...logo, name: logo.name.trim() === '' ? names.template : logo.name.trim() },
    }),
    typeface: rest.typeface,
  };
}

function said({ en, ja }: AddedSection['title']): AddedSection['title'] {
  const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== '';
  return { ...(isSaid(en) && { en }), ...(isSaid(ja) && { ja }) };
}

/** A draft with a section one place further up or down; the same draft at either end. */
export function moveSection(draft: ShapeDraft, id: SectionId, by: -1 | 1): ShapeDraft {
  const from = draft.order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= draft.order.length) return draft;
  return { ...draft, order: draft.order.toSpliced(from, 1).toSpliced(to, 0, id) };
}

/** A draft with a section in the report or not; the last one that is in it stays. */
export function showSection(draft: ShapeDraft, id: SectionId, isShown: boolean): ShapeDraft {
  const shown = new Set(draft.shown);
  if (isShown) shown.add(id);
  else if (id !== alwaysShown) shown.delete(id);
  return { ...draft, shown };
}

/** A draft with an empty section of one's own before the annexes, and the id that it got. */
export function addSection(draft: ShapeDraft): {
  readonly draft: ShapeDraft;
  readonly id: SectionId;
} {
  const taken = new Set(draft.added.map(({ id }) => id));
  let number = 1;
  while (taken.has(`custom-${number}`)) number += 1;
  const id = `custom-${number}` as const;
  const annex = draft.order.findIndex((each) => annexIds.has(each));
  return {
    id,
    draft: {
      ...draft,
      added: [...draft.added, { id, title: {}, text: {} }],
      order: draft.order.toSpliced(annex < 0 ? draft.order.length : annex, 0, id),
      shown: new Set([...draft.shown, id]),
    },
  };
}

/** A draft without a section of one's own. */
export function removeSection(draft: ShapeDraft, id: SectionId): ShapeDraft {
  const shown = new Set(draft.shown);
  shown.delete(id);
  return {
    ...draft,
    shown,
    order: draft.order.filter((other) => other !== id),
    added: draft.added.filter((section) => section.id !== id),
  };
}
