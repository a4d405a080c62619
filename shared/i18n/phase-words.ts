import type { PhaseId } from '../domain/incident.ts';
import { frameMessages as m } from './frame-messages.ts';
import type { Message } from './messages.ts';

/** Names of the four phases of NIST SP 800-61r2 §3. */
export const phaseMessages: Readonly<Record<PhaseId, Message>> = {
  preparation: m.phasePreparation,
  'detection-analysis': m.phaseDetectionAnalysis,
  'containment-eradication-recovery': m.phaseContainment,
  'post-incident': m.phasePostIncident,
};
