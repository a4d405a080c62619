import { namesOfSystem, registeredStateful } from '#shared/application/systems.ts';
import { accountStates } from '#shared/domain/account.ts';
import { systemStates } from '#shared/domain/system.ts';
import { accountStateMessages, systemStateMessages } from '#shared/i18n/word-status.ts';
import { type CliContext, type ExitCode, onlyFolder, oneOf } from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { listRegister, reasons, sameAs, texts, writeRegister } from './register-change.ts';

const stateOptions = {
  ...commonOptions,
  by: 'text',
  set: 'text',
  state: 'text',
  because: 'text',
  entry: 'list',
  at: 'text',
  collected: 'text',
  examined: 'text',
  'examined-by': 'text',
  found: 'text',
  owner: 'text',
  type: 'text',
  note: 'text',
} as const;
const systemOptions = {
  ...stateOptions,
  role: 'text',
  network: 'text',
  criticality: 'text',
  'key-asset': 'flag',
  adversary: 'flag',
} as const;
const accountOptions = {
  ...stateOptions,
  domain: 'text',
  privileges: 'text',
  'tokens-revoked': 'flag',
} as const;

/** `systems FOLDER`: the register of systems; `--set NAME` writes one. */
export async function runSystems(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options } = readArguments(context.verb, args, systemOptions);
  const folder = onlyFolder(context, words);
  const name = options.set;
  if (name === undefined)
    return listRegister(context, folder, (state) =>
      registeredStateful(state.assets.values()).map((one) => ({
        ...one,
        said: [systemStateMessages[one.fields.state?.value ?? 'unknown'], one.fields.role ?? ''],
      })),
    );
  const criticality =
    options.criticality === undefined
      ? undefined
      : oneOf('--criticality', options.criticality, ['low', 'medium', 'high', 'critical']);
  return writeRegister(context, folder, options.by, (state, nowMs) => {
    const register = registeredStateful(state.assets.values());
    const found = register.find((one) => namesOfSystem(one).some(sameAs(name)));
    const value =
      options.state === undefined ? undefined : oneOf('--state', options.state, systemStates);
    return {
      register: 'asset',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(options, ['role', 'network', 'owner', 'type', 'note']),
        ...(criticality !== undefined && { criticality }),
        ...(options['key-asset'] && { keyAsset: true }),
        ...(options.adversary && { adversary: true }),
        ...(value !== undefined && { state: { value, ...reasons(options, state, nowMs) } }),
      },
    };
  });
}

/** `accounts FOLDER`: the register of accounts; `--set NAME` writes one. */
export async function runAccounts(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options } = readArguments(context.verb, args, accountOptions);
  const folder = onlyFolder(context, words);
  const name = options.set;
  if (name === undefined)
    return listRegister(context, folder, (state) =>
      registeredStateful(state.accounts.values()).map((one) => ({
        ...one,
        said: [
          accountStateMessages[one.fields.state?.value ?? 'unknown'],
          one.fields.privileges ?? '',
        ],
      })),
    );
  return writeRegister(context, folder, options.by, (state, nowMs) => {
    const found = registeredStateful(state.accounts.values()).find((one) => sameAs(name)(one.name));
    const value =
      options.state === undefined ? undefined : oneOf('--state', options.state, accountStates);
    return {
      register: 'account',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(options, ['domain', 'privileges', 'owner', 'type', 'note']),
        ...(value !== undefined && {
          state: {
            value,
            ...reasons(options, state, nowMs),
            ...(options['tokens-revoked'] && { tokensRevoked: true }),
          },
        }),
      },
    };
  });
}
