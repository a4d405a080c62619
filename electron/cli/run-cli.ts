import { type ReportLanguage, reportLanguages } from '#shared/application/notebook-report.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { cliOverviewMessages } from '#shared/i18n/cli-overview-messages.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { decisionCliMessages } from '#shared/i18n/decision-cli-messages.ts';
import { phaseIds } from '#shared/domain/incident.ts';
import { powers } from '#shared/domain/authority.ts';
import { accountStates } from '#shared/domain/account.ts';
import { serviceStates } from '#shared/domain/business-service.ts';
import { contactKinds } from '#shared/domain/contact.ts';
import { systemStates } from '#shared/domain/system.ts';
import { exportFormats } from '#shared/export/export-formats.ts';
import { custodyMessages } from '#shared/i18n/custody-messages.ts';
import { evidenceCliMessages } from '#shared/i18n/evidence-cli-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { exportMessages } from '#shared/i18n/export-messages.ts';
import { blockListFormats } from '#shared/export/block-list.ts';
import { guidanceCliMessages } from '#shared/i18n/guidance-cli-messages.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import { indicatorMessages } from '#shared/i18n/indicator-messages.ts';
import { systemCliMessages } from '#shared/i18n/system-cli-messages.ts';
import { redactionMessages } from '#shared/i18n/redaction-messages.ts';
import { transferMessages } from '#shared/i18n/transfer-messages.ts';
import { actionCliMessages } from '#shared/i18n/action-messages.ts';
import { releaseCliMessages } from '#shared/i18n/release-messages.ts';
import { installImportedAttack } from '../guidance/stored-guidance.ts';
import { runActions } from './actions.ts';
import { runBundle } from './bundle.ts';
import { reportCliMessages } from '#shared/i18n/report-cli-messages.ts';
import type { Language, Message, MessageValues } from '#shared/i18n/messages.ts';
import { say } from '#shared/i18n/messages.ts';
import { runAuthority } from './authority.ts';
import { runBrief } from './brief.ts';
import { runChecklist } from './checklist.ts';
import { runClock } from './clock.ts';
import type { CliIo } from './cli-io.ts';
import {
  type CliContext,
  type CliDeps,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  word,
} from './command.ts';
import { runContacts } from './contacts.ts';
import { runConflicts } from './conflicts.ts';
import { runCorrect } from './correct.ts';
import { runDeadline } from './deadline.ts';
import { runDecision } from './decision.ts';
import { runCustody } from './custody.ts';
import { runPaper } from './paper.ts';
import { runEvidence } from './evidence.ts';
import { runExport } from './export.ts';
import { formatNames, runImport } from './import.ts';
import { runGuidance } from './guidance.ts';
import { runIncident } from './incident.ts';
import { runIndicators } from './indicators.ts';
import { runLog } from './log.ts';
import { runMerge } from './merge.ts';
import { runNew } from './new.ts';
import { runMetrics } from './metrics.ts';
import { runRelease } from './release.ts';
import { runAccounts, runSystems } from './register.ts';
import { runRedaction } from './redaction.ts';
import { runReport } from './report.ts';
import { runRows } from './rows.ts';
import { runSeal } from './seal.ts';
import { runServices } from './services.ts';
import { runShow } from './show.ts';
import { runSource } from './source.ts';
import { runStatus } from './status.ts';
import { userDataFolder } from './user-data.ts';
import { runVerify } from './verify.ts';

type Verb = {
  readonly help: Message;
  /** What the help names. */
  readonly values?: MessageValues;
  readonly run: (context: CliContext, args: readonly string[]) => Promise<ExitCode>;
};

const verbs: Readonly<Record<string, Verb>> = {
  new: { help: cliMessages.helpNew, run: runNew },
  log: { help: cliMessages.helpLog, run: runLog },
  correct: { help: cliMessages.helpCorrect, run: runCorrect },
  show: { help: cliMessages.helpShow, run: runShow },
  evidence: { help: evidenceCliMessages.help, run: runEvidence },
  custody: { help: custodyMessages.help, run: runCustody },
  paper: { help: paperMessages.help, run: runPaper },
  import: { help: importMessages.helpImport, values: { formats: formatNames() }, run: runImport },
  rows: { help: importMessages.helpRows, run: runRows },
  source: { help: clockMessages.helpSource, run: runSource },
  clock: { help: clockMessages.helpClock, run: runClock },
  indicators: {
    help: indicatorMessages.helpIndicators,
    values: { formats: blockListFormats.join(', ') },
    run: runIndicators,
  },
  decision: { help: decisionCliMessages.helpDecision, run: runDecision },
  authority: {
    help: decisionCliMessages.helpAuthority,
    values: { powers: powers.join(', ') },
    run: runAuthority,
  },
  deadline: { help: decisionCliMessages.helpDeadline, run: runDeadline },
  incident: {
    help: decisionCliMessages.helpIncident,
    values: { phases: phaseIds.join(', ') },
    run: runIncident,
  },
  systems: {
    help: systemCliMessages.helpSystems,
    values: { states: systemStates.join(', ') },
    run: runSystems,
  },
  accounts: {
    help: systemCliMessages.helpAccounts,
    values: { states: accountStates.join(', ') },
    run: runAccounts,
  },
  services: {
    help: systemCliMessages.helpServices,
    values: { states: serviceStates.join(', ') },
    run: runServices,
  },
  contacts: {
    help: systemCliMessages.helpContacts,
    values: { kinds: contactKinds.join(', ') },
    run: runContacts,
  },
  status: { help: systemCliMessages.helpStatus, run: runStatus },
  checklist: { help: cliMessages.helpChecklist, run: runChecklist },
  guidance: { help: guidanceCliMessages.help, run: runGuidance },
  bundle: { help: transferMessages.helpBundle, run: runBundle },
  redaction: { help: redactionMessages.help, run: runRedaction },
  merge: { help: transferMessages.helpMerge, run: runMerge },
  conflicts: { help: transferMessages.helpConflicts, run: runConflicts },
  seal: { help: transferMessages.helpSeal, run: runSeal },
  verify: { help: cliMessages.helpVerify, run: runVerify },
  export: {
    help: exportMessages.help,
    values: { formats: exportFormats.join(', ') },
    run: runExport,
  },
  report: { help: reportCliMessages.helpReport, run: runReport },
  release: { help: releaseCliMessages.helpRelease, run: runRelease },
  actions: { help: actionCliMessages.helpActions, run: runActions },
  metrics: { help: reportCliMessages.helpMetrics, run: runMetrics },
  brief: { help: reportCliMessages.helpBrief, run: runBrief },
};

const languages = ['en', 'ja'] as const;
const askingForHelp: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

/**
 * Runs one command: the same verbs for plain Node and for the packaged application.
 *
 * @returns the exit code: 0 good, 1 something was found, 2 wrong use or input
 */
export async function runCli(args: readonly string[], io: CliIo, deps: CliDeps): Promise<ExitCode> {
  const [verb = '--help', ...rest] = args;
  // Found before the arguments are understood: a complaint about them needs a language too.
  const options = beforeWords(rest);
  let language = languageOfSystem(io.env);
  try {
    const wanted = valueOf(options, '--lang');
    const wantsReport = verb === 'report';
    const named: ReportLanguage =
      wanted === undefined
        ? language
        : oneOf('--lang', wanted, wantsReport ? reportLanguages : languages);
    const wantsHelp = options.includes('--help');
    // A report is in the language of its readers; whoever types the command keeps their own.
    if ((!wantsReport || wantsHelp) && named !== 'both') language = named;
    if (askingForHelp.has(verb)) return await help(io, cliOverviewMessages.help, language);
    const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (found === undefined) throw new CliProblem(cliMessages.unknownVerb, { verb });
    if (wantsHelp) return await help(io, found.help, language, found.values);
    const json = options.includes('--json');
    await installImportedAttack(userDataFolder(io.env));
    return await found.run({ io, deps, verb, language, documentLanguage: named, json }, rest);
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    await io.error(`${word({ language }, error.text, error.values)}\n`);
    return exitCodes.wrong;
  }
}

async function help(
  io: CliIo,
  text: Message,
  language: Language,
  values?: MessageValues,
): Promise<ExitCode> {
  await io.out(`${say(language, text, values)}\n`);
  return exitCodes.good;
}

/** The arguments as far as they can be options: after `--` everything is words. */
function beforeWords(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1);
}

/** POSIX order: LC_ALL, LC_MESSAGES, LANG. */
function languageOfSystem(env: CliIo['env']): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.startsWith('ja') === true ? 'ja' : 'en';
}
