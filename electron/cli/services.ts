import {
  namesOfSystem,
  registeredServices,
  registeredStateful,
} from '#shared/application/systems.ts';
import { type ServiceFields, serviceStates } from '#shared/domain/business-service.ts';
import { systemCliMessages as m } from '#shared/i18n/system-cli-messages.ts';
import { systemMessages } from '#shared/i18n/system-messages.ts';
import { serviceStateMessages } from '#shared/i18n/word-status.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { type CliContext, CliProblem, type ExitCode, onlyFolder, oneOf } from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { listRegister, reasons, sameAs, texts, writeRegister } from './register-change.ts';

const options = {
  ...commonOptions,
  by: 'text',
  set: 'text',
  state: 'text',
  because: 'text',
  entry: 'list',
  at: 'text',
  order: 'text',
  needs: 'list',
  owner: 'text',
  'longest-outage': 'text',
  note: 'text',
} as const;

/** `services FOLDER`: business services in the order of recovery; `--set NAME` writes one. */
export async function runServices(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const given = read.options;
  const name = given.set;
  if (name === undefined)
    return listRegister(context, folder, (state) =>
      registeredServices(state.services.values()).map((one) => ({
        ...one,
        said: [stateOf(one.fields), one.fields.order == null ? '' : String(one.fields.order)],
      })),
    );
  return writeRegister(context, folder, given.by, (state, nowMs) => {
    const found = registeredServices(state.services.values()).find((one) => sameAs(name)(one.name));
    const value =
      given.state === undefined ? undefined : oneOf('--state', given.state, serviceStates);
    const longestOutage = given['longest-outage'];
    return {
      register: 'service',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(given, ['owner', 'note']),
        ...(longestOutage !== undefined && { longestOutage }),
        ...(given.order !== undefined && { order: placeOf(given.order) }),
        ...(given.needs.length > 0 && { systems: idsOf(state, given.needs) }),
        ...(value !== undefined && { state: { value, ...reasons(given, state, nowMs) } }),
      },
    };
  });
}

function stateOf({ state }: ServiceFields) {
  return state === undefined ? systemMessages.serviceUnknown : serviceStateMessages[state.value];
}

/** A place in the order of recovery; `none` takes it back. */
function placeOf(text: string): number | null {
  if (text === 'none') return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new CliProblem(m.badOrder, { value: text });
  return Number(text);
}

function idsOf(state: NotebookState, names: readonly string[]): string[] {
  const systems = registeredStateful(state.assets.values());
  return names.map((name) => {
    const found = systems.find((one) => namesOfSystem(one).some(sameAs(name)));
    if (found === undefined) throw new CliProblem(m.unknownSystem, { name });
    return found.id;
  });
}
