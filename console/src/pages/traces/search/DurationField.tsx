import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import { parseDuration } from './criteria';

interface Props {
  label: string;
  /** ms */
  value: number | undefined;
  onChange: (ms: number | null) => void;
}

/** A duration as people write it: 250, 80us, 1.5s, 2m. */
export function DurationField({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  // Reads back exactly what the URL holds; the rounded form only where nothing is lost by it.
  const spoken = value === undefined ? '' : format.duration(value).replace('\u00a0', ' ');
  const shown = value === undefined || parseDuration(spoken) === value ? spoken : `${value} ms`;
  const invalid = draft !== null && draft.trim() !== '' && parseDuration(draft) === null;
  const commit = () => {
    if (draft === null || invalid) return;
    setDraft(null);
    const ms = parseDuration(draft);
    if (ms !== (value ?? null)) onChange(ms);
  };
  return (
    <input
      className="cop-field cop-field--time"
      aria-label={label}
      title={invalid ? t('traces.search.durationForm') : label}
      aria-invalid={invalid || undefined}
      placeholder={label}
      inputMode="text"
      autoComplete="off"
      value={draft ?? shown}
      onChange={(e) => setDraft(e.target.value)}
      onBlur={commit}
      onKeyDown={(e) => {
        if (e.key === 'Enter') commit();
        if (e.key === 'Escape') setDraft(null);
      }}
    />
  );
}
