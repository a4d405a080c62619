import { type IpcChannel, ipcChannels } from '#shared/ipc/channels.ts';
import { type IpcHandlers, ipcContract } from '#shared/ipc/contract.ts';
import { assertTrustedSender, type Sender } from '../security/trusted-sender.ts';

type Options = {
  /** Of one window, or a stand-in that a test calls. */
  readonly ipc: {
    handle: (channel: string, listener: (event: Sender, request: unknown) => unknown) => void;
  };
  readonly handlers: IpcHandlers;
  /** Holds handlers to their side of the contract; the tests turn it on. */
  readonly checkReplies: boolean;
};

/** Every request is asked who sends it, then parsed, and only then handled. */
export function registerHandlers({ ipc, handlers, checkReplies }: Options): void {
  for (const channel of ipcChannels) {
    ipc.handle(channel, async (event, request) => {
      assertTrustedSender(event);
      const reply = await handle(handlers, channel, request);
      if (checkReplies) assertReply(channel, reply);
      return reply;
    });
  }
}

async function handle(handlers: IpcHandlers, channel: IpcChannel, request: unknown) {
  const parsed = ipcContract[channel].request.safeParse(request);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(request)');
    throw new Error(`IPC refused: ${channel} does not take this request (${fields.join(', ')})`);
  }
  // The schema of a channel is what gave its handler's type.
  return (handlers[channel] as (checked: unknown) => Promise<unknown>)(parsed.data);
}

function assertReply(channel: IpcChannel, reply: unknown): void {
  const { reply: value, error } = ipcContract[channel];
  if (typeof reply !== 'object' || reply === null || !('ok' in reply))
    throw new Error(`${channel} replied with something that is no result`);
  if (reply.ok === true && 'value' in reply) value.parse(reply.value);
  else if ('error' in reply) error.parse(reply.error);
  else throw new Error(`${channel} replied with something that is no result`);
}
