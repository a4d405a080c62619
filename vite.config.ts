import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildDefines } from './build/build-identity.mjs';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  define: buildDefines(),
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chromium of the oldest Electron the code runs on: see docs/adr.
    target: 'chrome114',
    cssTarget: 'chrome114',
    // The content security policy allows no data: fonts, and a file is easier to look at.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 4000,
  },
});
