import { takeFile } from '../notebook/evidence-vault.ts';
import { serveWork } from './serve-work.ts';

void serveWork(([folder = '', original = ''], options) => takeFile(folder, original, options));
