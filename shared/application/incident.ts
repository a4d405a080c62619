import type { IncidentFields, Tlp } from '../domain/incident.ts';
import { canonicalZone } from '../domain/time/zone.ts';
import { err, type Result } from '../lib/result.ts';
import { adoptChecklist } from './checklists.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

export type IncidentError =
  | AppendError
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'unknown-zone'; readonly zone: string };

/**
 * Writes the first facts of a notebook. An incident is open and has just been detected; a readiness check is
 * in preparation, and begins with the general checklist.
 */
export async function startIncident(
  writing: Writing,
  incident: {
    readonly title: string;
    readonly tlp: Tlp;
    readonly zone: string;
    readonly kind?: 'incident' | 'readiness' | undefined;
  },
): Promise<Result<Saved, IncidentError>> {
  const { title, tlp, zone, kind = 'incident' } = incident;
  const isReadiness = kind === 'readiness';
  const started = await changeIncident(writing, {
    title,
    tlp,
    zone,
    phase: isReadiness ? 'preparation' : 'detection-analysis',
    status: 'open',
    ...(isReadiness && { kind }),
  });
  if (!started.ok || !isReadiness) return started;
  const adopted = await adoptChecklist(writing, 'general-nist');
  if (adopted.ok || adopted.error.kind === 'unknown-template') return started;
  return err(adopted.error);
}

/** Sets fields of the incident; those that are not named stay as they are. `because` is of the phase. */
export async function changeIncident(
  writing: Writing,
  fields: IncidentFields,
  because = '',
): Promise<Result<Saved, IncidentError>> {
  const title = fields.title?.trim();
  if (title === '') return err({ kind: 'title-missing' });
  const zone = fields.zone === undefined ? undefined : canonicalZone(fields.zone);
  if (fields.zone !== undefined && zone === undefined)
    return err({ kind: 'unknown-zone', zone: fields.zone });
  return saveOperation(writing, {
    t: 'incident.set',
    id: writing.newId(),
    fields: {
      ...fields,
      ...(title !== undefined && { title }),
      ...(zone !== undefined && { zone }),
    },
    ...(because.trim() !== '' && { because: because.trim() }),
  });
}
