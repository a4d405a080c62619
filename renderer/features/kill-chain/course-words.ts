import type { DefenceLayer } from '#shared/domain/chain/course.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';

/** Words of the layers of defence. */
export const layerMessages: Readonly<Record<DefenceLayer, Message>> = {
  entrance: m.layerEntrance,
  endpoint: m.layerEndpoint,
  server: m.layerServer,
  network: m.layerNetwork,
  identity: m.layerIdentity,
  data: m.layerData,
  operation: m.layerOperation,
};
