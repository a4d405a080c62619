/** What a verb reads and writes; the process's own streams, or a test's. */
export type CliIo = {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** Resolves when the system has taken the text. */
  readonly out: (text: string) => Promise<void>;
  readonly error: (text: string) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The streams of this process. */
export function processIo(): CliIo {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: Error & { code?: string }) => {
      // The reader of a pipe has gone (`| head`): nobody is left to tell, and nothing is half-written.
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  return {
    stdin: process.stdin,
    out: (text) => writeTo(process.stdout, text),
    error: (text) => writeTo(process.stderr, text),
    env: process.env,
  };
}

function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
