import './zod-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { NotesWindow } from './app/notes-window.tsx';
import { desktopOfWindow } from './data/desktop-bridge.ts';
import './styles/tokens.css';
import './styles/reset.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    {location.hash === '#notes' ? (
      <NotesWindow desktop={desktopOfWindow()} />
    ) : (
      <App desktop={desktopOfWindow()} />
    )}
  </StrictMode>,
);
