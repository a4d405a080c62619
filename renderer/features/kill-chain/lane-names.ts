import type { LaneId } from '#shared/domain/chain/chain-marks.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { Say } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';

/** What a lane is called. */
export function laneName(lane: LaneId, language: Language, say: Say): string {
  return lane === 'defence' ? say(m.laneDefence) : stageName(lane, language);
}
