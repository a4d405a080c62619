import type { IpcChannel } from '#shared/ipc/channels.ts';
import { type IpcHandlers, ipcContract } from '#shared/ipc/contract.ts';
import type { AnswerRequest } from './register-handlers.ts';

type Options = {
  readonly handlers: IpcHandlers;
  /** Holds handlers to their side of the contract; the tests turn it on. */
  readonly checkReplies: boolean;
};

/** No handler sees a request that the contract does not know. */
export function answerWith({ handlers, checkReplies }: Options): AnswerRequest {
  return async (channel, request) => {
    const parsed = ipcContract[channel].request.safeParse(request);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(request)');
      throw new Error(`IPC refused: ${channel} does not take this request (${fields.join(', ')})`);
    }
    // The schema of a channel is what gave its handler's type.
    const handle = handlers[channel] as (checked: unknown) => Promise<unknown>;
    const reply = await handle(parsed.data);
    if (checkReplies) assertReply(channel, reply);
    return reply;
  };
}

function assertReply(channel: IpcChannel, reply: unknown): void {
  const { reply: value, error } = ipcContract[channel];
  if (typeof reply !== 'object' || reply === null || !('ok' in reply))
    throw new Error(`${channel} replied with something that is no result`);
  if (reply.ok === true && 'value' in reply) value.parse(reply.value);
  else if ('error' in reply) error.parse(reply.error);
  else throw new Error(`${channel} replied with something that is no result`);
}
