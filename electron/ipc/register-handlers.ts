import { type IpcChannel, ipcChannels } from '#shared/ipc/channels.ts';
import { assertTrustedSender, type Sender } from '../security/trusted-sender.ts';

/** Checks a request against the contract and answers it. */
export type AnswerRequest = (channel: IpcChannel, request: unknown) => Promise<unknown>;

/**
 * Every request is asked who sends it, then parsed and handled.
 *
 * Contract and handlers are most of the program: a window is made before they are loaded, and its
 * first requests wait for them.
 */
export function registerHandlers(options: {
  /** Of one window, or a stand-in that a test calls. */
  readonly ipc: {
    handle: (channel: string, listener: (event: Sender, request: unknown) => unknown) => void;
  };
  readonly answer: Promise<AnswerRequest>;
}): void {
  for (const channel of ipcChannels) {
    options.ipc.handle(channel, async (event, request) => {
      assertTrustedSender(event);
      const answer = await options.answer;
      return answer(channel, request);
    });
  }
}
