import { registeredContacts } from '#shared/application/systems.ts';
import { contactKinds } from '#shared/domain/contact.ts';
import { contactKindMessages } from '#shared/i18n/word-status.ts';
import { type CliContext, type ExitCode, onlyFolder, oneOf } from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { listRegister, sameAs, texts, writeRegister } from './register-change.ts';

const options = {
  ...commonOptions,
  by: 'text',
  set: 'text',
  organisation: 'text',
  kind: 'text',
  role: 'text',
  phone: 'text',
  email: 'text',
  hours: 'text',
  reference: 'text',
  note: 'text',
} as const;

/** `contacts FOLDER`: suppliers and people to call; `--set NAME` writes one. */
export async function runContacts(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const given = read.options;
  const name = given.set;
  if (name === undefined)
    return listRegister(context, folder, (state) =>
      registeredContacts(state.contacts.values()).map((one) => {
        const { kind, phone = '' } = one.fields;
        return { ...one, said: [kind && contactKindMessages[kind], phone] };
      }),
    );
  const kind = given.kind === undefined ? undefined : oneOf('--kind', given.kind, contactKinds);
  return writeRegister(context, folder, given.by, (state) => {
    const found = registeredContacts(state.contacts.values()).find((one) => sameAs(name)(one.name));
    return {
      register: 'contact',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(given, ['organisation', 'role', 'phone', 'email', 'hours', 'reference', 'note']),
        ...(kind !== undefined && { kind }),
      },
    };
  });
}
