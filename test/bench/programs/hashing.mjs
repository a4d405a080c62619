// Runs the comparison of hashing where the application hashes: in a worker of the main process.
import { Worker } from 'node:worker_threads';
import { answer } from './answer.mjs';

answer(
  (work) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(work.worker, { workerData: work });
      worker.once('message', resolve);
      worker.once('error', reject);
    }),
);
