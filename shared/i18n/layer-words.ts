import type { DefenceLayer } from '../domain/chain/course.ts';
import { chainQuestionMessages as m } from './chain-question-messages.ts';
import type { Message } from './messages.ts';

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
