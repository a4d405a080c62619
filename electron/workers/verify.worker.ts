import { verifyNotebook } from '../notebook/verify-notebook.ts';
import { serveWork } from './serve-work.ts';

void serveWork(([folder = ''], options) => verifyNotebook(folder, options));
