import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRanged } from '../../api/hooks';
import { Chip } from '../../conditions/Chip';
import { ConditionInput } from '../../conditions/ConditionInput';
import { useFormat } from '../../format/useFormat';
import { adding, isEmpty, NO_FILTER, SEVERITIES, typed, type LogFilter } from './filter';
import { useLogFilter } from './useLogFilter';

/** What is looked for: words, severity, service, attributes. Every change is a new address. */
export function FilterBar({ patterns = false }: { patterns?: boolean }) {
  const { t } = useTranslation();
  const { filter, change } = useLogFilter();
  return (
    <search className="cop-logs__filter">
      <div className="cop-logs__inputs">
        <WordsInput text={filter.text ?? ''} onText={(text) => change(typed(text))} />
        <select
          className="cop-field"
          aria-label={t('logs.severity')}
          value={filter.severity ?? ''}
          onChange={(e) =>
            change({ severity: (e.target.value || undefined) as LogFilter['severity'] })
          }
        >
          <option value="">{t('logs.anySeverity')}</option>
          {SEVERITIES.slice(1).map((s) => (
            <option key={s} value={s}>
              {t('logs.orWorse', { severity: t(`severity.${s}`) })}
            </option>
          ))}
        </select>
        <ServiceSelect service={filter.service} onService={(service) => change({ service })} />
        {!patterns && (
          <ConditionInput
            signal="logs"
            onAdd={(condition) => change({ attr: adding(filter, condition).attr })}
          />
        )}
      </div>
      {!patterns && <Conditions filter={filter} change={change} />}
    </search>
  );
}

function Conditions({
  filter,
  change,
}: {
  filter: LogFilter;
  change: (next: Partial<LogFilter>) => void;
}) {
  const { t } = useTranslation();
  const { template, trace_id, attr } = filter;
  if (!template && !trace_id && attr.length === 0) return null;
  return (
    <div className="cop-row">
      {trace_id && (
        <Chip name={t('logs.traceId')} onRemove={() => change({ trace_id: undefined })}>
          {trace_id}
        </Chip>
      )}
      {template && <TemplateChip id={template} onRemove={() => change({ template: undefined })} />}
      {attr.map((a) => (
        <Chip key={a} onRemove={() => change({ attr: attr.filter((x) => x !== a) })}>
          {a}
        </Chip>
      ))}
      {!isEmpty(filter) && (
        <button type="button" className="cop-logs__clear" onClick={() => change(cleared())}>
          {t('logs.clear')}
        </button>
      )}
    </div>
  );
}

function cleared(): LogFilter {
  return {
    ...NO_FILTER,
    text: undefined,
    severity: undefined,
    service: undefined,
    trace_id: undefined,
    template: undefined,
  };
}

/** The pattern's words where the range knows them, else its number. */
function TemplateChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation();
  const known = useRanged('logPatterns', { limit: 1000 }, { every: false, fresh: 60_000 });
  const words = known.data?.patterns.find((p) => p.template_id === id)?.template;
  return (
    <Chip name={t('logs.pattern')} onRemove={onRemove}>
      {words ?? `#${id}`}
    </Chip>
  );
}

/** Searched when typing pauses, at once on Enter. */
function WordsInput({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  useEffect(() => {
    if (draft.trim() === text) return;
    const timer = setTimeout(() => onText(draft), 500);
    return () => clearTimeout(timer);
    // `onText` is new on every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, text]);
  return (
    <input
      className="cop-field cop-logs__words"
      type="search"
      value={draft}
      maxLength={1000}
      placeholder={t('logs.words')}
      aria-label={t('logs.words')}
      spellCheck={false}
      onChange={(e) => setDraft(e.target.value)}
      onKeyDown={(e) => e.key === 'Enter' && onText(draft)}
    />
  );
}

function ServiceSelect({
  service,
  onService,
}: {
  service: string | undefined;
  onService: (service: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = useRanged(
    'listAttributeValues',
    { signal: 'logs', key: 'service.name', limit: 200 },
    { fresh: 30_000, every: false },
  );
  const values = known.data?.values ?? [];
  const missing = service !== undefined && !values.some((v) => v.value === service);
  return (
    <select
      className="cop-field"
      aria-label={t('logs.service')}
      value={service ?? ''}
      onChange={(e) => onService(e.target.value || undefined)}
    >
      <option value="">{t('logs.anyService')}</option>
      {missing && <option value={service}>{service}</option>}
      {values.map((v) => (
        <option key={v.value} value={v.value}>
          {`${v.value} (${format.shortCount(v.count)})`}
        </option>
      ))}
    </select>
  );
}
