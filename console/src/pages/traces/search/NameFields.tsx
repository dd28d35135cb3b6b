import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRanged } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { Suggest, type Option } from './Suggest';

const MOST = 50;

function narrowed(options: Option[], text: string, kept: string): Option[] {
  // What stands there already is no search text: all others are offered.
  const wanted = text === kept ? '' : text.toLowerCase();
  return options.filter((o) => o.value.toLowerCase().includes(wanted)).slice(0, MOST);
}

/** What is typed until it is committed; a new value from outside takes its place. */
function useDraft(value: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState({ value, text: value });
  const text = draft.value === value ? draft.text : value;
  return [text, (next) => setDraft({ value, text: next })];
}

interface Props {
  value: string | undefined;
  onChange: (value: string | null) => void;
}

export function ServiceField({ value = '', onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useDraft(value);
  const answer = useRanged(
    'listAttributeValues',
    { signal: 'spans', key: 'service.name', limit: 500 },
    { every: false, fresh: 60_000 },
  );
  const all = (answer.data?.values ?? [])
    .filter((v) => v.value !== '')
    .map((v) => ({ value: v.value, note: format.shortCount(v.count) }));
  return (
    <Suggest
      label={t('traces.search.service')}
      placeholder={t('traces.search.service')}
      text={text}
      options={narrowed(all, text, value)}
      onText={setText}
      onCommit={(v) => {
        setText(v.trim());
        if (v.trim() !== value) onChange(v.trim() || null);
      }}
    />
  );
}

export function OperationField({ value = '', service, onChange }: Props & { service?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useDraft(value);
  const typed = text.trim();
  // With a service its own operations are known; without one, those that match what is typed.
  const detail = useRanged(
    'getService',
    { service: service ?? '' },
    { enabled: service !== undefined, every: false, fresh: 60_000 },
  );
  const hits = useRanged(
    'search',
    { q: typed },
    { enabled: service === undefined && typed !== '' && typed !== value, every: false },
  );
  const all: Option[] =
    service !== undefined
      ? (detail.data?.operations ?? []).map((o) => ({
          value: o.operation,
          note: format.shortCount(o.red.count),
        }))
      : (hits.data?.hits ?? []).flatMap((h) =>
          h.kind === 'operation' ? { value: h.operation ?? h.label, note: h.service ?? '' } : [],
        );
  const unique = [...new Map(all.map((o) => [o.value, o])).values()];
  return (
    <Suggest
      className="cop-suggest--wide"
      label={t('traces.search.operation')}
      placeholder={t('traces.search.operation')}
      text={text}
      options={narrowed(unique, text, value)}
      onText={setText}
      onCommit={(v) => {
        setText(v.trim());
        if (v.trim() !== value) onChange(v.trim() || null);
      }}
    />
  );
}
