import type { PhaseId } from '#shared/domain/incident.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';

/** Names of the four phases of NIST SP 800-61r2 §3. */
export const phaseMessages: Readonly<Record<PhaseId, Message>> = {
  preparation: m.phasePreparation,
  'detection-analysis': m.phaseDetectionAnalysis,
  'containment-eradication-recovery': m.phaseContainment,
  'post-incident': m.phasePostIncident,
};
