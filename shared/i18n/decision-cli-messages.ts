import { defineMessages } from './messages.ts';

/** What the command line says of decisions, the authority table, deadlines and the incident itself. */
export const decisionCliMessages = defineMessages({
  helpDecision: {
    en: `kiroku decision list FOLDER [--json]
kiroku decision add FOLDER QUESTION... [options]
kiroku decision set FOLDER DECISION [--question TEXT] [options]
kiroku decision remove FOLDER DECISION --because TEXT

Options: --option "TEXT | WHY NOT" (several times)  --chosen TEXT  --because TEXT
  --known ENTRY (several times)  --asked-by NAME  --approved-by NAME  --authority LINE
  --basis TEXT  --asked TIME  --approved TIME  --executed TIME  --review TIME
  --outcome TEXT  --about ID  --entry ENTRY  --by NAME
DECISION and LINE are the number in the list or the id. As soon as something is chosen an entry
tells of it in the timeline; --entry names one that is there already.`,
    ja: `kiroku decision list FOLDER [--json]
kiroku decision add FOLDER QUESTION... [オプション]
kiroku decision set FOLDER DECISION [--question TEXT] [オプション]
kiroku decision remove FOLDER DECISION --because TEXT

オプション
  --option "案 | 選ばなかった理由"  --chosen TEXT  --because TEXT
  --known ENTRY  --asked-by NAME  --approved-by NAME  --authority LINE
  --basis TEXT  --asked TIME  --approved TIME  --executed TIME  --review TIME
  --outcome TEXT  --about ID  --entry ENTRY  --by NAME
--optionと--knownは繰り返せます。DECISIONとLINEは一覧の番号またはIDです。選んだものを書くと、タイムラインに記録が1件加わります。
すでに記録がある場合は--entryで指定してください。`,
  },
  helpAuthority: {
    en: `kiroku authority list FOLDER [--json]
kiroku authority add FOLDER POWER HOLDER... [--scope TEXT] [--role TEXT] [--reach TEXT]
    [--deputy "NAME, REACH"]... [--conditions TEXT] [--by NAME]
kiroku authority set FOLDER LINE [--power POWER] [--holder NAME] [...]
kiroku authority remove FOLDER LINE --because TEXT

POWER is one of: {powers}. LINE is the number in the list or the id.`,
    ja: `kiroku authority list FOLDER [--json]
kiroku authority add FOLDER POWER HOLDER... [--scope TEXT] [--role TEXT] [--reach TEXT]
    [--deputy "NAME, REACH"]... [--conditions TEXT] [--by NAME]
kiroku authority set FOLDER LINE [--power POWER] [--holder NAME] [...]
kiroku authority remove FOLDER LINE --because TEXT

POWERは次のいずれかです：{powers}。LINEは一覧の番号またはIDです。`,
  },
  helpDeadline: {
    en: `kiroku deadline list [FOLDER] [--json]             the catalogue, or what the notebook counts
kiroku deadline add FOLDER CLOCK                   take one of the catalogue
kiroku deadline add FOLDER --name TEXT [--limit 72h|5d|4bd|1mo] [--from MILESTONE | --event TEXT]
    [--start TIME] [--rule TEXT] [--source TEXT] [--owner NAME]
kiroku deadline set FOLDER DEADLINE [the same options] [--first-day counts|free]
kiroku deadline move FOLDER DEADLINE TIME --because TEXT     or "rule" for the rule's own date
kiroku deadline done FOLDER DEADLINE [--entry ENTRY]... [--because TEXT]
kiroku deadline reopen FOLDER DEADLINE
kiroku deadline remove FOLDER DEADLINE --because TEXT

Deadlines are reminders, not legal advice. Each shows the rule that its date comes from.`,
    ja: `kiroku deadline list [FOLDER] [--json]             カタログ、またはノートブックの期限
kiroku deadline add FOLDER CLOCK                   カタログの期限を取り込みます
kiroku deadline add FOLDER --name TEXT [--limit 72h|5d|4bd|1mo] [--from MILESTONE | --event TEXT]
    [--start TIME] [--rule TEXT] [--source TEXT] [--owner NAME]
kiroku deadline set FOLDER DEADLINE [同じオプション] [--first-day counts|free]
kiroku deadline move FOLDER DEADLINE TIME --because TEXT     TIMEが"rule"なら規則どおりの期日
kiroku deadline done FOLDER DEADLINE [--entry ENTRY]... [--because TEXT]
kiroku deadline reopen FOLDER DEADLINE
kiroku deadline remove FOLDER DEADLINE --because TEXT

期限は備忘のためのもので、法的助言ではありません。期日の根拠となる規則を示します。`,
  },
  helpIncident: {
    en: `kiroku incident FOLDER [--title TEXT] [--tlp LABEL] [--phase PHASE --because TEXT]
    [--status open|contained|closed] [--functional none|low|medium|high]
    [--information none|privacy-breach|proprietary-breach|integrity-loss]...
    [--recoverability regular|supplemented|extended|not-recoverable]
    [--exercise yes|no] [--headings phase|csf] [--by NAME] [--json]

Sets what is said of the incident; without options it prints it with every move of the phase.
PHASE is one of: {phases}.`,
    ja: `kiroku incident FOLDER [--title TEXT] [--tlp LABEL] [--phase PHASE --because TEXT]
    [--status open|contained|closed] [--functional none|low|medium|high]
    [--information none|privacy-breach|proprietary-breach|integrity-loss]...
    [--recoverability regular|supplemented|extended|not-recoverable]
    [--exercise yes|no] [--headings phase|csf] [--by NAME] [--json]

インシデントの情報を設定します。オプションがなければ、フェーズの推移とともに表示します。
PHASEは次のいずれかです：{phases}。`,
  },
  notListed: {
    en: 'There is no "{name}" in the list; give its number there or its id.',
    ja: '一覧に「{name}」はありません。一覧の番号またはIDを指定してください。',
  },
  badTime: {
    en: '{option} "{value}" is no time.',
    ja: '{option}「{value}」は時刻として読めません。',
  },
  badLimit: {
    en: '--limit "{value}": write a number with h, d, bd or mo, such as 72h.',
    ja: '--limit「{value}」：72hのように、数の後にh、d、bd、moのいずれかを付けてください。',
  },
  questionMissing: { en: 'Write what has to be decided.', ja: '決めることを書いてください。' },
  holderMissing: { en: 'Write who may do it.', ja: '権限者を書いてください。' },
  nameMissing: { en: 'Name the deadline.', ja: '期限の名称を書いてください。' },
  reasonMissing: { en: 'Say why, with --because.', ja: '--becauseで理由を書いてください。' },
  proofMissing: {
    en: 'Cite the entry that tells of it (--entry), or say how it was kept (--because).',
    ja: '報告したことを示す記録（--entry）か、説明（--because）が必要です。',
  },
  unknownClock: {
    en: 'There is no deadline "{clock}" in the catalogue; `kiroku deadline list` shows them.',
    ja: 'カタログに期限「{clock}」はありません。一覧は kiroku deadline list で表示できます。',
  },
  decisionLine: { en: '{number}  {state}  {question}', ja: '{number}  {state}  {question}' },
  detailLine: { en: '    {name}: {value}', ja: '    {name}：{value}' },
  authorityLine: {
    en: '{number}  {power} ({scope})  {holder}  {reach}',
    ja: '{number}  {power}・{scope}  {holder}  {reach}',
  },
  deputyLine: { en: '    deputy: {name}  {reach}', ja: '    代理：{name}  {reach}' },
  deadlineLine: {
    en: '{number}  {state}  {name}  {date}  {left}',
    ja: '{number}  {state}  {name}  {date}  {left}',
  },
  catalogueLine: { en: '{id}  {name}: {rule}', ja: '{id}  {name}：{rule}' },
  phaseLine: { en: '{time}  {phase}  {by}  {because}', ja: '{time}  {phase}  {by}  {because}' },
  nothingListed: { en: 'Nothing is recorded.', ja: '記録はありません。' },
});
