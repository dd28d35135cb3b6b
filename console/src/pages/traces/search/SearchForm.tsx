import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../../ui/icons';
import { AttributeField } from './AttributeField';
import { KINDS, STATUSES, type Criteria, type Patch } from './criteria';
import { DurationField } from './DurationField';
import { OperationField, ServiceField } from './NameFields';

interface Props {
  criteria: Criteria;
  onChange: (patch: Patch) => void;
}

/** The conditions. Each takes effect at once and stands in the URL. */
export function SearchForm({ criteria, onChange }: Props) {
  const { t } = useTranslation();
  const { service, attr } = criteria;
  return (
    <search className="cop-tsearch" aria-label={t('traces.search.label')}>
      <div className="cop-row">
        <ServiceField value={service} onChange={(v) => onChange({ service: v })} />
        <OperationField
          value={criteria.operation}
          {...(service === undefined ? {} : { service })}
          onChange={(v) => onChange({ operation: v })}
        />
        <select
          className="cop-field"
          aria-label={t('traces.search.kind')}
          value={criteria.kind ?? ''}
          onChange={(e) => onChange({ kind: KINDS.find((k) => k === e.target.value) ?? null })}
        >
          <option value="">{t('traces.search.anyKind')}</option>
          {KINDS.map((k) => (
            <option key={k} value={k}>
              {t(`traces.kind.${k}`)}
            </option>
          ))}
        </select>
        <select
          className="cop-field"
          aria-label={t('traces.search.status')}
          value={criteria.status ?? ''}
          onChange={(e) => onChange({ status: STATUSES.find((s) => s === e.target.value) ?? null })}
        >
          <option value="">{t('traces.search.anyStatus')}</option>
          {STATUSES.map((s) => (
            <option key={s} value={s}>
              {t(`traces.status.${s}`)}
            </option>
          ))}
        </select>
        <span className="cop-tsearch__time">
          <DurationField
            label={t('traces.search.min')}
            value={criteria.min_duration_ms}
            onChange={(ms) => onChange({ min_duration_ms: ms })}
          />
          <span aria-hidden="true">–</span>
          <DurationField
            label={t('traces.search.max')}
            value={criteria.max_duration_ms}
            onChange={(ms) => onChange({ max_duration_ms: ms })}
          />
        </span>
        <AttributeField onAdd={(a) => attr.includes(a) || onChange({ attr: [...attr, a] })} />
      </div>
      {attr.length > 0 && (
        <ul className="cop-row" aria-label={t('traces.search.attributes')}>
          {attr.map((a) => (
            <li key={a}>
              <button
                type="button"
                className="cop-tchip"
                title={t('traces.search.remove', { condition: a })}
                onClick={() => onChange({ attr: attr.filter((other) => other !== a) })}
              >
                <code>{a}</code> <CloseIcon size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
