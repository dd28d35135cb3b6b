import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon, TickIcon } from '../../../ui/icons';

/** Copies a text and says that it did. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = copied ? t('state.copied') : (label ?? t('state.copy'));
  return (
    <button
      type="button"
      className="cop-iconbutton"
      aria-label={name}
      title={name}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <TickIcon size={13} /> : <CopyIcon size={13} />}
    </button>
  );
}
