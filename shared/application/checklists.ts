import { templateById, toAdoptedChecklist } from '../catalogue/checklist-templates.ts';
import { gapOf, type ItemSetting, type SettingGap } from '../domain/checklist.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Takes a template into the notebook as it is today; later editions of it change nothing here. */
export async function adoptChecklist(
  writing: Writing,
  template: string,
): Promise<Result<Saved, AppendError | { readonly kind: 'unknown-template' }>> {
  const found = templateById(template);
  if (found === undefined) return err({ kind: 'unknown-template' });
  return saveOperation(writing, {
    t: 'checklist.adopt',
    id: writing.newId(),
    ...toAdoptedChecklist(found),
  });
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
