// Makes one report after the other in one process, as a person does who exports again and again.
import { reportOf } from '../../../shared/application/notebook-report.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { openNotebook } from '../../../electron/notebook/open-notebook.ts';
import { readState } from '../../../electron/notebook/read-state.ts';
import { printPdf } from '../../../electron/report/print-pdf.ts';
import { reportBytes } from '../../../electron/report/report-bytes.ts';
import { app } from 'electron';
import { answer } from './answer.mjs';

// A print leaves no window behind, and the next one wants the program still there.
app.on('window-all-closed', () => {});

answer(async ({ folder, userData, rounds }) => {
  const opened = await openNotebook(folder, {
    userData,
    protection: unprotectedKeys,
    by: () => 'Bench',
    app: { version: '0.0.0', commit: 'bench' },
    readOnly: true,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const notebook = opened.value;
  const print = async (job) => ({ ok: true, value: await printPdf(job) });
  const resident = [];
  for (let round = 0; round < rounds; round += 1) {
    const { heads, findings } = notebook.describe();
    const report = reportOf(await readState(notebook), {
      language: 'en',
      zone: 'Asia/Tokyo',
      nowMs: Date.now(),
      appVersion: '0.0.0',
      heads,
      findings,
      sha256Hex,
    });
    await reportBytes(report, 'docx', print);
    await reportBytes(report, 'pdf', print);
    // All processes of the program: the one that prints is another than the one that writes.
    resident.push(app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0));
  }
  await notebook.close();
  return { resident: resident.map((kib) => kib * 1024) };
});
