import type { StageSight } from '#shared/domain/chain/coverage.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';

/** How far the logs of a stage let people see. */
export const sightMessages: Readonly<Record<StageSight['sight'], Message>> = {
  seen: m.coverSeen,
  partial: m.coverPartly,
  unknown: m.coverNotLooked,
  blind: m.coverIsBlind,
};
