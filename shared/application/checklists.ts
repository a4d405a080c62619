import { templateById, toAdoptedChecklist } from '../catalogue/checklist-templates.ts';
import {
  adoptedOwnChecklist,
  type Guidance,
  noGuidance,
  ownTemplates,
} from '../catalogue/guidance.ts';
import { gapOf, type ItemSetting, type SettingGap } from '../domain/checklist.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/**
 * Takes a template into the notebook as it is today; later editions of it change nothing here. Of one id the
 * organisation's own template goes before the catalogue's.
 */
export async function adoptChecklist(
  writing: Writing,
  template: string,
  guidance: Guidance = noGuidance,
): Promise<Result<Saved, AppendError | { readonly kind: 'unknown-template' }>> {
  const own = ownTemplates(guidance).find(({ body }) => body.id === template);
  const known = templateById(template);
  const adopted = own === undefined ? known && toAdoptedChecklist(known) : adoptedOwnChecklist(own);
  if (adopted === undefined) return err({ kind: 'unknown-template' });
  return saveOperation(writing, { t: 'checklist.adopt', id: writing.newId(), ...adopted });
}

/** Sets an item's whole state; a tick cites something or says why it cannot. */
export async function setChecklistItem(
  writing: Writing,
  place: { readonly checklist: string; readonly item: string },
  setting: ItemSetting,
): Promise<Result<Saved, AppendError | { readonly kind: 'incomplete'; readonly gap: SettingGap }>> {
  const gap = gapOf(setting);
  if (gap !== undefined) return err({ kind: 'incomplete', gap });
  return saveOperation(writing, {
    t: 'checklist.item',
    id: writing.newId(),
    ...place,
    ...setting,
  });
}
