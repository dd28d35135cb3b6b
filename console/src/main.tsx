import '@patternfly/patternfly/base/patternfly-variables.css';
import '../target/fonts/fonts.css';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, warmNow } from './app/App';
import { applyTheme } from './app/preferences';
import { startI18n } from './i18n';

applyTheme();
warmNow();
await startI18n();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
