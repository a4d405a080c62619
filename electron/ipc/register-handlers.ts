import { type IpcChannel, ipcChannels } from '#shared/ipc/channels.ts';
import { assertTrustedSender, type Sender } from '../security/trusted-sender.ts';
import { type FirstAnswers, isEmptyRequest } from './first-answers.ts';

/** Checks a request against the contract and answers it. */
export type AnswerRequest = (channel: IpcChannel, request: unknown) => Promise<unknown>;

/**
 * Every request is asked who sends it, then parsed and handled.
 *
 * Contract and handlers are most of the program: a window is made before they are loaded, its first
 * screen does without them, and the first request for anything else waits for them.
 */
export function registerHandlers(options: {
  /** Of one window, or a stand-in that a test calls. */
  readonly ipc: {
    handle: (channel: string, listener: (event: Sender, request: unknown) => unknown) => void;
  };
  readonly first: FirstAnswers;
  /** Loads the rest, once. */
  readonly answer: () => Promise<AnswerRequest>;
}): void {
  for (const channel of ipcChannels) {
    options.ipc.handle(channel, async (event, request) => {
      assertTrustedSender(event);
      const first = options.first[channel];
      if (first !== undefined && isEmptyRequest(request)) return first();
      const answer = await options.answer();
      return answer(channel, request);
    });
  }
}
