import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon, TickIcon } from './icons';
import './state.css';

/** A command to copy. */
export function Command({ children }: { children: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="cop-command">
      <pre>
        <code>{children}</code>
      </pre>
      <Button
        variant="plain"
        size="sm"
        icon={copied ? <TickIcon /> : <CopyIcon />}
        aria-label={copied ? t('state.copied') : t('state.copy')}
        title={copied ? t('state.copied') : t('state.copy')}
        onClick={() => void navigator.clipboard.writeText(children).then(() => setCopied(true))}
      />
    </div>
  );
}
