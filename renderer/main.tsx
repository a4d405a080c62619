import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { desktopOfWindow } from './data/desktop-bridge.ts';
import './styles/tokens.css';
import './styles/reset.css';

// The content security policy forbids eval; without this zod tries it once and is reported.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App desktop={desktopOfWindow()} />
  </StrictMode>,
);
